"""Pages of papers as a cheap camera takes them; the people in them are invented."""

import random
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.mrz.written import SIZES, Holder, somebody, zone_lines

FONTS = ("LiberationMono-Regular.ttf", "DejaVuSansMono.ttf", "NotoSansMono-Regular.ttf")
WIDTH, HEIGHT = 1250, 880
LABELS = ("PASSPORT", "Surname", "Given names", "Date of birth", "Authority")
# Names and places in the optional field are words, as states print them, and not any signs whatever.
PLAIN = ("", "")


@dataclass(frozen=True, slots=True)
class Page:
    """A picture, and the lines that stand in it."""

    jpeg: bytes
    lines: tuple[str, ...]
    format: str
    turned: int


def fonts() -> list[str]:
    """The fonts with letters of one width that this machine has."""
    found = {path.name: str(path) for path in Path("/usr/share/fonts").rglob("*.ttf")}
    return [found[name] for name in FONTS if name in found]


def page(dice: random.Random, format: str, turned: int = 0) -> Page:  # noqa: A002
    """One page, turned by a quarter, a half or not at all, somewhat askew, blurred and grainy."""
    holder = _plain(somebody(dice, format))
    lines = tuple(zone_lines(holder))
    sheet = Image.new("L", (WIDTH, HEIGHT), dice.randint(205, 245))
    drawn = ImageDraw.Draw(sheet)
    drawn.rectangle((60, 80, 380, 520), fill=150)
    for row, label in enumerate(LABELS):
        drawn.text((430, 90 + row * 90), label, 60, ImageFont.load_default(26))
    _write(drawn, lines, dice)
    return Page(_taken(sheet, dice, turned), lines, format, turned)


def pages(count: int, seed: int) -> list[Page]:
    """So many pages: of each format in turn, most of them lying as they should."""
    dice = random.Random(seed)
    formats, turns = list(SIZES), (0, 0, 0, 180, 90, 270)
    return [page(dice, formats[at % len(formats)], turns[at // len(formats) % len(turns)]) for at in range(count)]


def _plain(holder: Holder) -> Holder:
    return Holder(**{**{name: getattr(holder, name) for name in Holder.__slots__}, "optional": PLAIN})


def _write(drawn: ImageDraw.ImageDraw, lines: tuple[str, ...], dice: random.Random) -> None:
    font = ImageFont.truetype(dice.choice(fonts()), 56)
    while font.getlength(lines[0]) > WIDTH - 60:
        font = font.font_variant(size=font.size - 1)
    step = int(font.size * 1.45)
    for row, line in enumerate(lines):
        drawn.text((30, HEIGHT - 60 - (len(lines) - row) * step), line, dice.randint(10, 50), font)


def _taken(sheet: Image.Image, dice: random.Random, turned: int) -> bytes:
    shown = sheet.rotate(dice.uniform(-2.5, 2.5), fillcolor=120, expand=True).rotate(turned, expand=True)
    shown = shown.filter(ImageFilter.GaussianBlur(dice.uniform(0.2, 1.1)))
    grain = Image.effect_noise(shown.size, dice.uniform(10, 40))
    shown = Image.blend(shown, grain, 0.12)
    file = BytesIO()
    shown.convert("RGB").save(file, "JPEG", quality=dice.randint(45, 85))
    return file.getvalue()

"""What is no photo, or an attack that looks like one, is refused with its reason, in bounded time and memory."""

import asyncio
import random
import struct
import time
import zlib
from collections.abc import Callable

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.photos.cleaning import PATIENCE, Cleaner
from bot.photos.verdicts import RAW, Clean, Refused, Why
from tests.photos.made import PLANTED, archive, chunk, file, paper, within
from tests.photos.test_cleaning import opened

JPEG, PNG, WEBP, HEIC = (file(paper(), kind) for kind in ("JPEG", "PNG", "WEBP", "HEIF"))
MOVING = file(paper(16, 16), "WEBP", save_all=True, append_images=[Image.new("RGB", (16, 16))])
NOISE = random.Random(7).randbytes(21 * 2**20)
ZEROS = zlib.compress(bytes(64 * 2**20), 9)
SOME_ZEROS = zlib.compress(bytes(900_000), 9)
OTHERS = {
    "nothing": b"",
    "one byte": b"\xff",
    "noise": NOISE[:10_000],
    "SVG": f"<svg xmlns='http://www.w3.org/2000/svg'><script>{PLANTED}</script></svg>".encode(),
    "PDF": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF",
    "HTML": b"<!doctype html><img src=x onerror=alert(1)>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file",
    "GIF": file(paper(), "GIF"),
    "BMP": file(paper(), "BMP"),
    "TIFF": file(paper(), "TIFF"),
    "ICO": file(paper(), "ICO"),
    "JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(64),
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(64),
    "film": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(64),
    "ZIP": archive(),
    "ZIP before a JPEG": archive() + JPEG,
    "program": b"\x7fELF\x02\x01\x01" + bytes(64),
    "GIF that ends as a JPEG": b"GIF89a" + JPEG,
    "brands without end": b"\x7f\xff\xff\xffftypmif1" + bytes(64),
}


def sized(png: bytes, width: int, height: int) -> bytes:
    """A PNG that says it is so large."""
    return png[:8] + chunk(b"IHDR", struct.pack(">II", width, height) + png[24:29]) + png[33:]


def jpeg_sized(side: int) -> bytes:
    at = JPEG.index(b"\xff\xc0") + 5
    return JPEG[:at] + struct.pack(">HH", side, side) + JPEG[at + 4 :]


def webp_sized(side: int) -> bytes:
    return MOVING[:24] + 2 * (side - 1).to_bytes(3, "little") + MOVING[30:]


def heic_sized(side: int) -> bytes:
    at = HEIC.index(b"ispe") + 8
    return HEIC[:at] + struct.pack(">II", side, side) + HEIC[at + 8 :]


def scanned_again(times: int) -> bytes:
    """A progressive JPEG of 16 megapixels whose last pass, of some twenty bytes, is repeated."""
    jpeg = file(Image.new("RGB", (4000, 4000), "red"), "JPEG", progressive=True)
    return jpeg[:-2] + jpeg[jpeg.rindex(b"\xff\xda") : -2] * times + jpeg[-2:]


IN_NAME = {
    "JPEG": b"\xff\xd8\xff\xe0<!doctype html><script>" * 9,
    "PNG": PNG[:8] + b"<script>" * 9,
    "WebP": b"RIFF\0\0\0\0WEBPVP9 " + bytes(64),
    "HEIC": HEIC[:28] + PNG,
    "PNG with the parts of a JPEG": PNG[:8] + JPEG[2:],
}
BOMBS: dict[str, tuple[Why, Callable[[], bytes]]] = {
    "a PNG of 2.5 gigapixels": (Why.TOO_MANY_PIXELS, lambda: sized(PNG, 50_000, 50_000)),
    "a PNG a line too large": (Why.TOO_MANY_PIXELS, lambda: sized(PNG, 50_000, 1_001)),
    "a PNG as wide as can be": (Why.TOO_MANY_PIXELS, lambda: sized(PNG, 2**31 - 1, 1)),
    "a JPEG of 4 gigapixels": (Why.TOO_MANY_PIXELS, lambda: jpeg_sized(65_500)),
    "a WebP of 268 megapixels": (Why.TOO_MANY_PIXELS, lambda: webp_sized(2**14 - 1)),
    "a small WebP on a canvas of 49": (Why.TOO_HUNGRY, lambda: webp_sized(7_000)),
    "a HEIC of 3.6 gigapixels": (Why.TOO_MANY_PIXELS, lambda: heic_sized(60_000)),
    "a HEIC that is smaller than it says": (Why.BROKEN, lambda: heic_sized(7_000)),
    "text of 64 MB in 64 KB": (Why.BROKEN, lambda: within(PNG, chunk(b"zTXt", b"a\0\0" + ZEROS))),
    "the same in any script": (Why.BROKEN, lambda: within(PNG, chunk(b"iTXt", b"a\0\1\0\0\0" + ZEROS))),
    "the same as a profile": (Why.BROKEN, lambda: within(PNG, chunk(b"iCCP", b"a\0\0" + ZEROS))),
    "many small ones": (
        Why.BROKEN,
        lambda: within(PNG, *(chunk(b"zTXt", b"a%d\0\0" % n + SOME_ZEROS) for n in range(99))),
    ),
}


@pytest.mark.asyncio
async def test_other_files_are_no_photos(cleaner: Cleaner) -> None:
    found = await asyncio.gather(*map(cleaner.clean, OTHERS.values()))
    assert {name: Refused(Why.NOT_AN_IMAGE) for name in OTHERS} == dict(zip(OTHERS, found, strict=True))


@pytest.mark.asyncio
async def test_a_good_beginning_is_not_believed(cleaner: Cleaner) -> None:
    found = await asyncio.gather(*map(cleaner.clean, IN_NAME.values()))
    assert {name: Refused(Why.BROKEN) for name in IN_NAME} == dict(zip(IN_NAME, found, strict=True))


@pytest.mark.asyncio
async def test_what_is_too_large_is_not_even_looked_at(cleaner: Cleaner) -> None:
    began = time.monotonic()
    assert await cleaner.clean(NOISE) == Refused(Why.TOO_LARGE)
    assert await cleaner.clean(JPEG + bytes(RAW + 1 - len(JPEG))) == Refused(Why.TOO_LARGE)
    assert time.monotonic() - began < 0.5
    assert isinstance(await cleaner.clean(JPEG + bytes(RAW - len(JPEG))), Clean)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_does_not_go_off(cleaner: Cleaner, name: str) -> None:
    why, made = BOMBS[name]
    began = time.monotonic()
    assert await cleaner.clean(made()) == Refused(why)
    assert time.monotonic() - began < PATIENCE / 2


@pytest.mark.asyncio
async def test_a_photo_that_works_for_hours_is_given_up(cleaner: Cleaner) -> None:
    assert isinstance(await cleaner.clean(scanned_again(0)), Clean)
    assert await Cleaner(patience=1.0).clean(scanned_again(5_000)) == Refused(Why.TOO_SLOW)


@pytest.mark.asyncio
@pytest.mark.parametrize("whole", [JPEG, PNG, WEBP, HEIC], ids=["JPEG", "PNG", "WEBP", "HEIC"])
async def test_a_photo_that_ends_too_soon_is_said_to(cleaner: Cleaner, whole: bytes) -> None:
    cuts = [40, 80, len(whole) // 2, len(whole) - 25]
    found = await asyncio.gather(*(cleaner.clean(whole[:cut]) for cut in cuts))
    assert found == [Refused(Why.BROKEN)] * len(cuts)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.lists(st.binary(min_size=1, max_size=400), min_size=6, max_size=6), st.randoms(use_true_random=False))
def test_anything_behind_a_good_beginning_is_a_verdict(bodies: list[bytes], chance: random.Random) -> None:
    files = [JPEG[:3] + bodies[0], PNG[:8] + bodies[1]]
    for whole, body in zip((JPEG, PNG, WEBP, HEIC), bodies[2:], strict=True):
        at = chance.randrange(4, len(whole))
        files.append(whole[:at] + body + whole[at + len(body) :])

    async def judged() -> list[Clean | Refused]:
        return await asyncio.gather(*map(Cleaner().clean, files))

    for verdict in asyncio.run(judged()):
        assert verdict.why in (Why.BROKEN, Why.NOT_AN_IMAGE) if isinstance(verdict, Refused) else opened(verdict)


@pytest.mark.asyncio
async def test_the_memory_of_the_one_who_asks_stays_flat(cleaner: Cleaner) -> None:
    own = psutil.Process()
    files = [webp_sized(7_000), sized(PNG, 50_000, 50_000), within(PNG, chunk(b"zTXt", b"a\0\0" + ZEROS)), JPEG]
    await cleaner.clean(JPEG)
    before, most = own.memory_info().rss, 0
    asked = asyncio.gather(*map(cleaner.clean, files * 2))
    while not asked.done():
        most = max(most, own.memory_info().rss)
        await asyncio.sleep(0.02)
    assert len(await asked) == 8
    assert most - before < 16 * 2**20

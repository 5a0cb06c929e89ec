"""Whatever stood in the file beside the picture is gone; the picture is there, upright, no larger than needed."""

import asyncio
from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image, ImageOps

from bot.photos.cleaning import Cleaner
from bot.photos.verdicts import SIDE, Clean
from tests.photos.made import (
    CORNERS,
    PLANTED,
    XMP,
    archive,
    commented,
    exif,
    file,
    paper,
    profile,
    segments,
    text,
)

pytestmark = pytest.mark.asyncio
JFIF, ALLOWED = 0xE0, {0xE0, 0xDB, 0xC0, 0xC4}
TALKATIVE = {
    "a telephone's": file(paper(), "JPEG", exif=exif(), xmp=XMP, comment=PLANTED, icc_profile=profile()),
    "a segment's": commented(file(paper(), "JPEG")),
    "a stereo camera's": file(paper(), "MPO", save_all=True, append_images=[paper()], exif=exif()),
    "a progressive": file(paper(), "JPEG", progressive=True, comment=PLANTED),
    "a printer's": file(paper(mode="CMYK"), "JPEG", comment=PLANTED, exif=exif()),
    "a grey JPEG": file(paper(mode="L"), "JPEG", comment=PLANTED),
    "a screen's": file(paper(), "PNG", pnginfo=text(), exif=exif(), icc_profile=profile()),
    "a moving PNG": file(
        paper(), "PNG", save_all=True, append_images=[paper(mode="L").convert("RGB")], pnginfo=text()
    ),
    "a WebP": file(paper(), "WEBP", exif=exif(), xmp=XMP, icc_profile=profile()),
    "a lossless WebP": file(paper(), "WEBP", lossless=True, xmp=XMP),
    "a moving WebP": file(paper(), "WEBP", save_all=True, append_images=[Image.new("RGB", (120, 80))], xmp=XMP),
    "a HEIC": file(paper(), "HEIF", exif=exif(), xmp=XMP),
    "a HEIC with a small one": file(paper(640, 480), "HEIF", exif=exif(), xmp=XMP, thumbnails=[160]),
    "a HEIC of several": file(paper(), "HEIF", save_all=True, append_images=[paper(64, 64)], xmp=XMP),
}
MODES = ("1", "L", "LA", "P", "RGB", "RGBA")


def opened(clean: object) -> Image.Image:
    """The result as anyone opens it, once nothing else is found in it."""
    assert isinstance(clean, Clean), clean
    parts = dict(segments(clean.jpeg))
    assert set(parts) <= ALLOWED
    assert parts[JFIF].startswith(b"JFIF")
    assert clean.jpeg.endswith(b"\xff\xd9")
    assert b"PK\x03\x04" not in clean.jpeg
    assert not any(
        word in clean.jpeg for word in (PLANTED.encode(), PLANTED.encode("utf-16-le"), b"script", b"ICC")
    )
    page = Image.open(BytesIO(clean.jpeg))
    page.load()
    assert (page.format, page.mode, page.size) == ("JPEG", "RGB", (clean.width, clean.height))
    assert not page.getexif()
    assert not {"comment", "xmp", "icc_profile", "exif"} & set(page.info)
    return page


def corners(page: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middle of each quarter, clockwise from the top left."""
    width, height = page.size
    left, right, top, bottom = width // 4, width * 3 // 4, height // 4, height * 3 // 4
    seen = [page.getpixel(at) for at in ((left, top), (right, top), (right, bottom), (left, bottom))]
    return [colour if isinstance(colour, tuple) else (int(colour or 0),) * 3 for colour in seen]


def alike(page: Image.Image, other: Image.Image, near: int = 24) -> bool:
    """Whether both show the same colours at the same places, but for what a lossy file changes."""
    pairs = zip(corners(page), corners(other), strict=True)
    return all(abs(a - b) <= near for one, two in pairs for a, b in zip(one, two, strict=True))


async def all_of(cleaner: Cleaner, files: Sequence[bytes]) -> list[Image.Image]:
    return [opened(clean) for clean in await asyncio.gather(*map(cleaner.clean, files))]


@pytest.mark.parametrize("whose", TALKATIVE)
async def test_who_where_and_with_what_is_gone_and_the_page_is_there(cleaner: Cleaner, whose: str) -> None:
    raw = TALKATIVE[whose]
    if "moving PNG" not in whose:
        assert PLANTED.encode() in raw
    alone, followed = await all_of(cleaner, [raw, raw + archive()])
    assert alike(alone, Image.open(BytesIO(raw)).convert("RGB"))
    assert alike(followed, alone)


async def test_every_way_to_hold_a_camera_gives_an_upright_page(cleaner: Cleaner) -> None:
    for kind, turns in {"JPEG": range(1, 9), "PNG": (6, 8), "WEBP": (5, 6)}.items():
        files = [file(paper(), kind, exif=exif(turn)) for turn in turns]
        for raw, page in zip(files, await all_of(cleaner, files), strict=True):
            upright = ImageOps.exif_transpose(Image.open(BytesIO(raw)))
            assert page.size == upright.size
            assert alike(page, upright.convert("RGB"), near=40)


async def test_a_camera_that_says_it_badly_was_held_upright(cleaner: Cleaner) -> None:
    badly = (b"", b"MM", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff" + bytes(range(250)), b"\0" * 64)
    files = [file(paper(), "JPEG", exif=b"Exif\0\0" + said) for said in badly]
    files += [file(paper(), "PNG", exif=b"Exif\0\0" + said) for said in badly[1:]]
    files += [file(paper(), "JPEG", exif=exif(turn)) for turn in (0, 9, 65535)]
    assert all(alike(page, paper(), near=40) for page in await all_of(cleaner, files))


async def test_every_kind_of_pixel_is_shown(cleaner: Cleaner) -> None:
    for kind, modes in {"PNG": MODES, "WEBP": ("RGB", "RGBA"), "JPEG": ("L", "RGB", "CMYK")}.items():
        files = [file(paper(mode=mode), kind, quality=95) for mode in modes]
        for mode, page in zip(modes, await all_of(cleaner, files), strict=True):
            assert mode == "1" or alike(page, paper(mode=mode).convert("RGB"), near=40)


async def test_sixteen_bits_of_grey_keep_their_shades(cleaner: Cleaner) -> None:
    shades = (0, 100, 20_000, 40_000, 65_535)
    pages = await all_of(cleaner, [file(Image.new("I;16", (16, 16), shade), "PNG") for shade in shades])
    assert [corners(page)[0][0] for page in pages] == pytest.approx([shade / 257 for shade in shades], abs=2)


async def test_what_is_transparent_is_white(cleaner: Cleaner) -> None:
    glass = Image.new("RGBA", (40, 40), (200, 0, 0, 0))
    marked = file(paper(mode="P"), "PNG", transparency=bytes(256))
    keyed = file(Image.new("RGB", (9, 9)), "PNG", transparency=(0, 0, 0))
    half = Image.new("RGBA", (40, 40), (255, 0, 0, 128))
    files = [file(glass, "PNG"), file(glass, "WEBP", lossless=True), marked, keyed]
    *clear, pink = await all_of(cleaner, [*files, file(half, "PNG")])
    assert {colour for page in clear for colour in corners(page)} == {(255, 255, 255)}
    assert corners(pink)[0] == pytest.approx((255, 127, 127), abs=6)


@pytest.mark.parametrize(
    ("size", "smaller", "kinds"),
    [
        ((1, 1), (1, 1), ("JPEG", "PNG", "WEBP", "HEIF")),
        ((SIDE, 3), (SIDE, 3), ("JPEG", "PNG", "WEBP", "HEIF")),
        ((3000, 3000), (SIDE, SIDE), ("JPEG", "PNG", "WEBP")),
        ((1200, 4800), (600, SIDE), ("JPEG", "PNG")),
        ((30, 60_000), (1, SIDE), ("JPEG", "PNG")),
    ],
)
async def test_a_page_is_made_smaller_never_larger(
    cleaner: Cleaner, size: tuple[int, int], smaller: tuple[int, int], kinds: Sequence[str]
) -> None:
    files = [file(paper(*size), kind) for kind in kinds]
    assert {page.size for page in await all_of(cleaner, files)} == {smaller}


async def test_a_page_of_just_as_many_pixels_as_may_be_is_read(cleaner: Cleaner) -> None:
    (page,) = await all_of(cleaner, [file(Image.new("RGB", (7071, 7071), CORNERS[0]), "PNG")])
    assert page.size == (SIDE, SIDE)

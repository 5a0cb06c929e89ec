"""Photos as people, cameras and enemies make them; all of it invented, none of it ever on a disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms, ImageColor, PngImagePlugin
from pillow_heif import register_heif_opener

register_heif_opener()
PLANTED = "Gulalai-of-the-tests"
CORNERS = ("red", "lime", "blue", "black")  # clockwise from the top left
ORIENTATION, MAKER, COMMENT, GPS = 0x0112, 0x010F, 0x9286, 0x8825
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><script>{PLANTED}</script></x:xmpmeta>".encode()


def paper(width: int = 120, height: int = 80, mode: str = "RGB") -> Image.Image:
    """A page with a colour in each corner, so that turning and mirroring it show."""
    page = Image.new("RGB", (2, 2))
    for at, colour in zip(((0, 0), (1, 0), (1, 1), (0, 1)), CORNERS, strict=True):
        page.putpixel(at, ImageColor.getrgb(colour))
    return page.resize((width, height), Image.Resampling.NEAREST).convert(mode)


def file(page: Image.Image, kind: str, **options: object) -> bytes:
    """The page as a file of this kind."""
    kept = BytesIO()
    page.save(kept, kind, **options)
    return kept.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes behind a photo: who, with what, and where."""
    said = Image.Exif()
    said[ORIENTATION] = orientation
    said[MAKER] = PLANTED
    said.get_ifd(GPS).update({1: "N", 2: (34.0, 31.0, 12.0), 3: "E", 4: (69.0, 10.0, 3.0), 29: PLANTED})
    said.get_ifd(0x8769)[COMMENT] = PLANTED.encode()
    return said


def text() -> PngImagePlugin.PngInfo:
    """What may be written into a PNG."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", PLANTED)
    said.add_text("Comment", PLANTED, zip=True)
    said.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return said


def profile() -> bytes:
    """A colour profile that names somebody."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + PLANTED.encode()


def archive() -> bytes:
    """A ZIP file, to stand behind a photo: such a file opens as both."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as zipped:
        zipped.writestr(f"{PLANTED}.html", f"<script>{PLANTED}</script>")
    return kept.getvalue()


def commented(jpeg: bytes) -> bytes:
    """A JPEG with a comment, and with a segment of no known use."""
    said = PLANTED.encode()
    return (
        jpeg[:2]
        + b"".join(mark + struct.pack(">H", len(said) + 2) + said for mark in (b"\xff\xfe", b"\xff\xeb"))
        + jpeg[2:]
    )


def chunk(name: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def within(png: bytes, *chunks: bytes) -> bytes:
    """A PNG with more parts, right behind its first."""
    head = 8 + 25
    return png[:head] + b"".join(chunks) + png[head:]


def segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG, up to its pixels."""
    at = 2
    while jpeg[at + 1] != 0xDA:
        length = int.from_bytes(jpeg[at + 2 : at + 4])
        yield jpeg[at + 1], jpeg[at + 4 : at + 2 + length]
        at += 2 + length

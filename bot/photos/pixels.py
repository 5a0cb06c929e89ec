"""From a stranger's file to pixels, and from the pixels alone to a new file; only a caged worker imports this."""

import contextlib
import struct
from encodings import hex_codec
from io import BytesIO

import filetype
from PIL import ExifTags, Image, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin
from pillow_heif import register_heif_opener

from bot.photos.verdicts import PIXELS, SIDE, Clean, Refused, Why

# These would be loaded when they are first needed, but a cage opens no files.
LOADED = (hex_codec, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin)
Image.preinit()
KINDS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/apng": "PNG",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
}
QUALITY = 85
TURN = Image.Transpose
TURNS = {  # by EXIF's number for how the camera was held
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_90,
}

Image.MAX_IMAGE_PIXELS = PIXELS // 2  # Pillow refuses more than twice as many, before it makes room for them
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


def cleaned(raw: bytes) -> Clean | Refused:
    """The photo made anew, or why not; MemoryError, or anything at all that a library raises of a broken file."""
    kind = KINDS.get(filetype.guess_mime(raw) or "")
    if not kind:
        return Refused(Why.NOT_AN_IMAGE)
    try:
        photo = Image.open(BytesIO(raw), formats=[kind])
    except Image.DecompressionBombError:
        return Refused(Why.TOO_MANY_PIXELS)
    return _written(_upright(_small(photo)))


def _small(photo: Image.Image) -> Image.Image:
    shown = _plain(photo)
    shown.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return shown


def _plain(photo: Image.Image) -> Image.Image:
    if photo.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower eight
        return photo.point(lambda grey: grey * (1 / 256)).convert("L")
    if photo.mode != "RGBA" and photo.has_transparency_data:
        return photo.convert("RGBA")
    return photo if photo.mode in ("RGB", "RGBA", "L", "CMYK") else photo.convert("RGB")


def _upright(photo: Image.Image) -> Image.Image:
    held = None
    with contextlib.suppress(LookupError, SyntaxError, TypeError, ValueError, struct.error):  # badly said: upright
        held = photo.getexif().get(ExifTags.Base.Orientation)
    turn = TURNS.get(held) if isinstance(held, int) else None
    return photo if turn is None else photo.transpose(turn)


def _written(photo: Image.Image) -> Clean:
    """Only pixels pass to a new image: names, places, comments, profiles and thumbnails stay behind."""
    paper = Image.new("RGB", photo.size, "white")
    paper.paste(photo.convert("RGB"), mask=photo.getchannel("A") if "A" in photo.getbands() else None)
    file = BytesIO()
    paper.save(file, "JPEG", quality=QUALITY)
    return Clean(file.getvalue(), *paper.size)

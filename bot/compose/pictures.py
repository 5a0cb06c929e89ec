"""What became of the photos and voice notes of a person, and they themselves, sealed to whoever may have them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.compose.stores import store, vault
from bot.settings import Settings, Unset
from flows.pictures import KEPT, Picture, sound
from storage import parcel
from storage.photos import StoredPhotos


def pictures(given: Settings, named: str, to: str, out: Path | None) -> Iterator[str]:
    """One line a photo; with a recipient and a folder, each picture that is kept as a file for them alone."""
    photos = _stored(given)
    return _listed(photos, photos.of(named.strip()), f"there are no photos of {named}.", to, out)


def voices(given: Settings, named: str, to: str, out: Path | None) -> Iterator[str]:
    """One line a voice note; with a recipient and a folder, each that is kept as a file for them alone."""
    photos = _stored(given)
    return _listed(photos, photos.voices(named.strip()), f"there are no voice notes of {named}.", to, out)


def _stored(given: Settings) -> StoredPhotos:
    return StoredPhotos(store(given.register_store), vault(given))


def _listed(photos: StoredPhotos, found: Sequence[Picture], none: str, to: str, out: Path | None) -> Iterator[str]:
    if not found:
        raise Unset(none)
    if (out is None) != (not to):
        raise Unset("files are written with both --to and --out, or not at all.")
    for number, picture in enumerate(found, 1):
        line = _said(number, picture)
        if out is not None and picture.state == KEPT:
            line += f" {_written(photos, picture, to, out, number)}"
        yield line


def _said(number: int, picture: Picture) -> str:
    times = [f"{what} {at:%Y-%m-%d}" for what, at in (("since", picture.kept_at), ("seen", picture.seen_at)) if at]
    about = [f"about {picture.question}"] if picture.question else []
    return " ".join([f"{number:>3}", picture.state, *times, *about])


def _written(photos: StoredPhotos, picture: Picture, to: str, out: Path, number: int) -> Path:
    try:
        recipient = parcel.recipient(to)
    except ValueError:
        raise Unset("--to is no recipient: hamrah keys backup makes an identity and says its recipient.") from None
    if taken := next(out.glob(f"{number}.*.age"), None):
        raise Unset(f"{taken} is there already, and is never overwritten.")
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    raw = photos.look(picture, datetime.now(UTC))
    path = out / f"{number}.{sound(raw) or 'jpg'}.age"
    path.write_bytes(parcel.sealed(raw, recipient))
    return path

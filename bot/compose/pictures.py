"""What became of the photos of a person, and the pictures themselves, sealed to whoever may look at them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.compose.stores import store, vault
from bot.settings import Settings, Unset
from flows.pictures import KEPT, Picture
from storage import parcel
from storage.photos import StoredPhotos


def pictures(given: Settings, named: str, to: str, out: Path | None) -> Iterator[str]:
    """One line a photo; with a recipient and a folder, each picture that is kept as a file for them alone."""
    photos = StoredPhotos(store(given.register_store), vault(given))
    found = photos.of(named.strip())
    if not found:
        raise Unset(f"there are no photos of {named}.")
    if (out is None) != (not to):
        raise Unset("pictures are written with both --to and --out, or not at all.")
    for number, picture in enumerate(found, 1):
        line = _said(number, picture)
        if out is not None and picture.state == KEPT:
            line += f" {_written(photos, picture, to, out / f'{number}.jpg.age')}"
        yield line


def _said(number: int, picture: Picture) -> str:
    times = [f"{what} {at:%Y-%m-%d}" for what, at in (("since", picture.kept_at), ("seen", picture.seen_at)) if at]
    return " ".join([f"{number:>3}", picture.state, *times])


def _written(photos: StoredPhotos, picture: Picture, to: str, path: Path) -> Path:
    try:
        recipient = parcel.recipient(to)
    except ValueError:
        raise Unset("--to is no recipient: hamrah keys backup makes an identity and says its recipient.") from None
    if path.exists():
        raise Unset(f"{path} is there already, and is never overwritten.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(parcel.sealed(photos.look(picture, datetime.now(UTC)), recipient))
    return path

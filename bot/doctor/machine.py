"""What the doctor looks at on the machine itself: keys, certificates, disks."""

from datetime import datetime
from pathlib import Path

from cryptography import x509

from bot.keys import Carried, Centre
from bot.settings import Settings
from storage import parcel
from storage.room import Room

SOON = 30  # days before a certificate ends


def keys(given: Settings) -> str:
    """Whether they are whole, nobody else can read them, and they open."""
    folder, passphrase = given.keys, given.passphrase.get_secret_value()
    centre = Centre(folder, passphrase)
    if centre.is_here:
        _ = centre.signing, centre.sealing
    else:
        carried = Carried(folder, passphrase)
        _ = carried.signing, carried.centre, carried.sealing
    open_to_others = [path for path in (folder, *folder.glob("*.key")) if path.stat().st_mode & 0o077]
    if open_to_others:
        return f"others may read {open_to_others[0]}: chmod 700 the folder and chmod 600 the keys in it."
    unlocked = [path for path in folder.glob("*.key") if b"ENCRYPTED" not in path.read_bytes()]
    if centre.is_here and unlocked:
        return (
            f"{unlocked[0]} is not locked, and whoever copies it reads the ledger: lock each key with openssl "
            "pkey -aes256 -in KEY -out NEW, all by one passphrase, and give it as HAMRAH_PASSPHRASE."
        )
    return ""


def certificate(given: Settings, now: datetime) -> str:
    """Whether this part's certificate, and the authority's, hold on for a while."""
    own = "register.pem" if Centre(given.keys).is_here else "node.pem"
    for name in (own, "ca.pem"):
        path = given.keys / name
        try:
            ends = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
        except (OSError, ValueError):
            return f"{path} cannot be read: copy it back from where the keys were made."
        left = (ends - now).days
        if left < SOON:
            return f"{path} ends on {ends:%Y-%m-%d}: let the centre make new keys for this part before that day."
    return ""


def backups(given: Settings) -> str:
    """Whether there is somebody to seal them to."""
    try:
        parcel.recipient(given.backup_recipient)
    except ValueError:
        return "HAMRAH_BACKUP_RECIPIENT is no recipient: make one with hamrah keys backup elsewhere, and set it."
    return ""


def disk(store: str) -> str:
    """Whether there is room where a store is."""
    if "://" in store:
        return ""
    room = Room(_somewhere(Path(store)))
    if room.is_short():
        return f"only {room.share():.0%} of the disk under {store} is free: delete what does not belong there."
    return ""


def node_disk(store: str) -> str:
    """Whether there is room, and the reserve is on board of a node that has begun."""
    if short := disk(store):
        return f"{short} Nobody new is heard before."
    place = Path(store)
    if place.exists() and not Room(place).ballast.exists():
        return f"{Room(place).ballast} is missing, the reserve for a full disk: it is laid when the node starts."
    return ""


def _somewhere(store: Path) -> Path:
    """The store, or a file that is as near to where it will be as there are folders."""
    folder = next(folder for folder in store.absolute().parents if folder.exists())
    return folder / store.name

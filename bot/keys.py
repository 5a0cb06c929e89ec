"""The keys of a deployment, as files: the centre's own, and what each node carries away.

The centre: ca.pem and ca.key (its own certificate authority), register.pem and register.key (TLS), centre.key
(Ed25519, signs what nodes are told), sealing-N.key (X25519, generation N, opens what nodes sealed).
A node: ca.pem, node.pem and node.key (Ed25519, for TLS and for its batches), centre.pem (public), sealing.json
(the newest public sealing key). Private keys are locked by HAMRAH_PASSPHRASE if there is one.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from bot.settings import Unset

Private = Ed25519PrivateKey | X25519PrivateKey
K = TypeVar("K")
AUTHORITY_YEARS, YEARS = 10, 2
YEAR = timedelta(days=365)
SEALING = re.compile(r"sealing-(\d+)\.key")


class Sealing(msgspec.Struct, frozen=True):
    """The public sealing key of a generation, in hexadecimal."""

    generation: int
    public: str


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre's keys, as they are needed."""

    folder: Path
    passphrase: str = ""

    @property
    def signing(self) -> Ed25519PrivateKey:
        """Signs what nodes are told."""
        return _ed25519(self.folder / "centre.key", self.passphrase)

    @property
    def sealing(self) -> dict[int, bytes]:
        """Every generation of the key that opens what nodes sealed."""
        found = {int(m[1]): path for path in self.folder.iterdir() if (m := SEALING.fullmatch(path.name))}
        if not found:
            raise Unset(f"there is no sealing key in {self.folder}: hamrah keys make makes one, or restore it.")
        return {number: _x25519(path, self.passphrase).private_bytes_raw() for number, path in found.items()}

    @property
    def is_here(self) -> bool:
        """Whether this machine has the centre's keys."""
        return (self.folder / "centre.key").exists()

    def rotate(self) -> Sealing:
        """Make the next generation."""
        number = max(self.sealing) + 1
        key = X25519PrivateKey.generate()
        _put(self.folder / f"sealing-{number}.key", _pem(key, self.passphrase))
        return Sealing(number, key.public_key().public_bytes_raw().hex())


@dataclass(frozen=True, slots=True)
class Carried:
    """What a node carries."""

    folder: Path
    passphrase: str = ""

    @property
    def signing(self) -> Ed25519PrivateKey:
        """Signs the node's batches."""
        return _ed25519(self.folder / "node.key", self.passphrase)

    @property
    def centre(self) -> Ed25519PublicKey:
        """By which the centre is known."""
        key = _asked(self.folder / "centre.pem", serialization.load_pem_public_key)
        if not isinstance(key, Ed25519PublicKey):
            raise _unusable(self.folder / "centre.pem")
        return key

    @property
    def sealing(self) -> Sealing:
        """What the node seals to."""
        return _asked(self.folder / "sealing.json", lambda raw: msgspec.json.decode(raw, type=Sealing))

    def take(self, sealing: Sealing) -> None:
        """Seal to a newer key from the next start on."""
        if sealing.generation > self.sealing.generation:
            _put(self.folder / "sealing.json", msgspec.json.encode(sealing))


def make(folder: Path, hosts: Sequence[str], passphrase: str = "") -> Centre:
    """The centre's keys, in a new folder; `hosts` are names and addresses by which nodes reach it."""
    if folder.exists() and any(folder.iterdir()):
        raise Unset(f"there are keys in {folder} already: they are never overwritten. Name another folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority, register = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    name = _named("Hamrah")
    root = _dated(name, name, authority.public_key(), AUTHORITY_YEARS).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    alike = x509.SubjectAlternativeName([_host(host) for host in hosts])
    server = _dated(_named("register"), name, register.public_key(), YEARS).add_extension(alike, critical=False)
    server = server.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    _put(folder / "ca.key", _pem(authority, passphrase))
    _put(folder / "ca.pem", root.sign(authority, None).public_bytes(serialization.Encoding.PEM))
    _put(folder / "register.key", _pem(register, passphrase))
    _put(folder / "register.pem", server.sign(authority, None).public_bytes(serialization.Encoding.PEM))
    _put(folder / "centre.key", _pem(Ed25519PrivateKey.generate(), passphrase))
    _put(folder / "sealing-1.key", _pem(X25519PrivateKey.generate(), passphrase))
    return Centre(folder, passphrase)


def carry(centre: Centre, node: str, folder: Path, passphrase: str = "") -> Carried:
    """What a node needs, in a new folder to take to it; its private key is nowhere else, locked if so wished."""
    if folder.exists() and any(folder.iterdir()):
        raise Unset(f"{folder} is not empty: what a node carries goes into a folder of its own.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority = _ed25519(centre.folder / "ca.key", centre.passphrase)
    key = Ed25519PrivateKey.generate()
    client = _dated(_named(node), _named("Hamrah"), key.public_key(), YEARS)
    client = client.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
    newest = max(centre.sealing)
    opening = X25519PrivateKey.from_private_bytes(centre.sealing[newest]).public_key()
    public = centre.signing.public_key()
    _put(folder / "ca.pem", (centre.folder / "ca.pem").read_bytes())
    _put(folder / "node.key", _pem(key, passphrase))
    _put(folder / "node.pem", client.sign(authority, None).public_bytes(serialization.Encoding.PEM))
    _put(
        folder / "centre.pem",
        public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
    )
    _put(folder / "sealing.json", msgspec.json.encode(Sealing(newest, opening.public_bytes_raw().hex())))
    return Carried(folder, passphrase)


def _dated(subject: x509.Name, issuer: x509.Name, key: Ed25519PublicKey, years: int) -> x509.CertificateBuilder:
    # Clocks of nodes may be days behind.
    since = datetime.now(UTC) - timedelta(days=7)
    certificate = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    certificate = certificate.serial_number(x509.random_serial_number())
    return certificate.not_valid_before(since).not_valid_after(since + YEAR * years)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _pem(key: Private, passphrase: str) -> bytes:
    lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        lock = serialization.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)


def _put(path: Path, raw: bytes) -> None:
    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(raw)
    new.replace(path)


def _ed25519(path: Path, passphrase: str) -> Ed25519PrivateKey:
    key = _private(path, passphrase)
    if not isinstance(key, Ed25519PrivateKey):
        raise _unusable(path)
    return key


def _x25519(path: Path, passphrase: str) -> X25519PrivateKey:
    key = _private(path, passphrase)
    if not isinstance(key, X25519PrivateKey):
        raise _unusable(path)
    return key


def _private(path: Path, passphrase: str) -> object:
    def loaded(raw: bytes) -> object:
        locked = b"ENCRYPTED" in raw
        if locked and not passphrase:
            raise Unset(f"{path} is locked: set HAMRAH_PASSPHRASE to the one it was made with.")
        return serialization.load_pem_private_key(raw, passphrase.encode() if locked else None)

    return _asked(path, loaded)


def _asked(path: Path, read: Callable[[bytes], K]) -> K:
    try:
        return read(path.read_bytes())
    except FileNotFoundError:
        raise Unset(
            f"{path} is missing: hamrah keys make makes the centre's keys, hamrah node add NAME a node's; "
            "HAMRAH_KEYS says where they are."
        ) from None
    except (OSError, ValueError, TypeError, msgspec.MsgspecError):
        raise _unusable(path) from None


def _unusable(path: Path) -> Unset:
    return Unset(
        f"{path} cannot be used: it is another key, or HAMRAH_PASSPHRASE is not the one it was locked with."
    )

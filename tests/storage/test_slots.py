"""The key of a node's store: lent by the register or opened by a passphrase, and by nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from flows.link import Refused
from storage import lease, slots
from storage.errors import SlotsBroken, WrongPassphrase
from storage.slots import SlotsFile, beside
from storage.telling import Session
from tests.keys import VAULT

NOW = datetime(2021, 11, 10, tzinfo=UTC)
SMALL = 1024  # KiB, so that the tests do not wait
CENTRE = Ed25519PrivateKey.generate()


def made(passphrase: str = "") -> tuple[bytes, slots.Slots]:
    return slots.made("herat", VAULT.generation, VAULT.public, passphrase, SMALL)


def session(node: str = "herat") -> Session:
    return Session(node, CENTRE.public_key())


def test_the_passphrase_opens_it_and_another_does_not() -> None:
    key, kept = made("correct horse")
    assert slots.open_by_passphrase(kept, "correct horse") == key
    for wrong in ("correct horse ", "", "x" * 1000):
        with pytest.raises(WrongPassphrase):
            slots.open_by_passphrase(kept, wrong)
    with pytest.raises(WrongPassphrase):
        slots.open_by_passphrase(made()[1], "correct horse")


def test_a_passphrase_given_later_locks_the_same_key() -> None:
    key, kept = made()
    assert slots.open_by_passphrase(slots.with_passphrase(kept, key, "later", SMALL), "later") == key


def test_the_file_holds_no_key_and_is_its_owners_alone(tmp_path: Path) -> None:
    key, kept = made("correct horse")
    file = beside(str(tmp_path / "node.db"))
    assert file.read() is None
    file.write(kept)
    assert file.read() == kept
    assert file.path.stat().st_mode & 0o777 == 0o600
    raw = file.path.read_bytes()
    assert key not in raw
    assert key.hex().encode() not in raw
    assert [path.name for path in tmp_path.iterdir()] == ["node.db.slots"]


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff\xfe", b'{"register": 1}', b"[" * 5000])
def test_a_broken_file_says_so(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "node.db.slots"
    path.write_bytes(raw)
    with pytest.raises(SlotsBroken):
        SlotsFile(path).read()


def test_a_lease_reaches_the_session_that_asked_for_it_and_no_other() -> None:
    key, kept = made()
    asking = session()
    sealed = lease.lend(VAULT, "herat", lease.want(kept, asking), "700001:token", NOW)
    lent = lease.lent(sealed, asking, "herat")
    assert (lent.key, lent.token, lent.until) == (key, "700001:token", NOW + lease.LENT_FOR)
    assert (lent.generation, lent.public) == (VAULT.generation, VAULT.public)
    for other, node in ((session(), "herat"), (asking, "kabul")):
        with pytest.raises(Refused):
            lease.lent(sealed, other, node)


def test_the_register_does_not_open_the_slot_of_another_node() -> None:
    _, kept = made()
    with pytest.raises(Refused):
        lease.lend(VAULT, "kabul", lease.want(kept, session("kabul")), "700001:token", NOW)

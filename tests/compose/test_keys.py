"""The keys of a centre and of what its nodes carry: made once, locked if wished, readable by their owner alone."""

from pathlib import Path

import pytest

from bot.api.tls import of_node, of_register
from bot.keys import Carried, Centre, Sealing, carry, make
from bot.settings import Unset
from storage.vault import Seal, Vault

ABOUT = b"[]"


def test_every_key_is_its_owners_alone_and_none_is_overwritten(tmp_path: Path) -> None:
    centre = make(tmp_path / "centre", ["127.0.0.1"])
    carry(centre, "herat", tmp_path / "herat")
    for folder in ("centre", "herat"):
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in (tmp_path / folder).iterdir()} == {0o600}
    with pytest.raises(Unset, match="never overwritten"):
        make(tmp_path / "centre", ["127.0.0.1"])
    with pytest.raises(Unset, match="is not empty"):
        carry(centre, "kabul", tmp_path / "herat")


def test_locked_keys_open_by_their_passphrase_alone(tmp_path: Path) -> None:
    centre = make(tmp_path / "centre", ["127.0.0.1"], "at the centre")
    carried = carry(centre, "herat", tmp_path / "herat", "in the field")
    assert b"ENCRYPTED" in (tmp_path / "centre" / "sealing-1.key").read_bytes()
    assert b"ENCRYPTED" in (tmp_path / "herat" / "node.key").read_bytes()
    assert carried.centre.public_bytes_raw() == centre.signing.public_key().public_bytes_raw()
    of_node(tmp_path / "herat", "in the field")
    of_register(tmp_path / "centre", "at the centre")
    for wrong in ("", "wrong"):
        with pytest.raises(Unset):
            _ = Centre(tmp_path / "centre", wrong).sealing
        with pytest.raises(Unset):
            _ = Carried(tmp_path / "herat", wrong).signing
        with pytest.raises(Unset):
            of_node(tmp_path / "herat", wrong)


def test_a_new_generation_is_taken_over_and_the_older_still_opens(tmp_path: Path) -> None:
    centre = make(tmp_path / "centre", ["127.0.0.1"])
    carried = carry(centre, "herat", tmp_path / "herat")
    first = carried.sealing
    seal = Seal(first.generation, bytes.fromhex(first.public))
    before = seal.seal(b"before", ABOUT)
    second = centre.rotate()
    carried.take(second)
    carried.take(first)
    assert carried.sealing == second == Sealing(2, second.public)
    seal.turn_to(second.generation, bytes.fromhex(second.public))
    after = seal.seal(b"after", ABOUT)
    vault = Vault(centre.sealing)
    assert [vault.open(*sealed, ABOUT) for sealed in (before, after)] == [b"before", b"after"]
    assert carry(centre, "kabul", tmp_path / "kabul").sealing == second

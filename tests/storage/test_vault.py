"""What is sealed opens for whom it was meant, as what it was, and for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import SealBroken
from storage.packing import pack, unpack
from storage.vault import LIFE, Envelope, Seal, Vault, seal_whole

ABOUT = b'["f1","p1","AnswerGiven",1]'
SAID = '{"talk":"registration","question":"name","value":"زرغونه"}'.encode()


class Time:
    """Seconds that pass when told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def seal_of(vault: Vault, time: Time | None = None) -> Seal:
    """A node's end: it has the public key alone."""
    return Seal(vault.generation, vault.public, time or Time())


@given(st.binary(max_size=2000))
def test_what_was_sealed_opens_as_it_was(said: bytes) -> None:
    vault = Vault.new()
    envelope, sealed = seal_of(vault).seal(said, ABOUT)
    assert vault.open(envelope, sealed, ABOUT) == said


def test_a_body_opens_at_its_own_fact_only(subtests: pytest.Subtests) -> None:
    vault = Vault.new()
    seal = seal_of(vault)
    envelope, sealed = seal.seal(SAID, ABOUT)
    changed = bytes([*sealed[:-1], sealed[-1] ^ 1])
    other = Envelope("0" * 16, envelope.generation, envelope.key)
    for case, tried in {
        "another fact": (envelope, sealed, ABOUT.replace(b"p1", b"p2")),
        "changed": (envelope, changed, ABOUT),
        "cut short": (envelope, sealed[:20], ABOUT),
        "empty": (envelope, b"", ABOUT),
        "another envelope": (other, sealed, ABOUT),
        "another generation": (Envelope(envelope.id, 9, envelope.key), sealed, ABOUT),
    }.items():
        with subtests.test(case), pytest.raises(SealBroken):
            vault.open(*tried)
    with pytest.raises(SealBroken):
        Vault.new().open(envelope, sealed, ABOUT)


def test_three_generations_open_side_by_side_and_a_node_never_goes_back() -> None:
    vault = Vault.new((1, 2, 3))
    keys = {number: Vault({number: vault._keys[number].private_bytes_raw()}) for number in (1, 2, 3)}
    seal = seal_of(keys[1])
    sealed = [seal.seal(SAID, ABOUT)]
    for number in (2, 3):
        seal.turn_to(number, keys[number].public)
        sealed.append(seal.seal(SAID, ABOUT))
    seal.turn_to(2, keys[2].public)
    sealed.append(seal.seal(SAID, ABOUT))
    assert [envelope.generation for envelope, _ in sealed] == [1, 2, 3, 3]
    assert {vault.open(envelope, body, ABOUT) for envelope, body in sealed} == {SAID}
    with pytest.raises(SealBroken):
        keys[3].open(*sealed[0], ABOUT)


def test_a_data_key_serves_five_minutes_and_is_forgotten_even_if_nobody_speaks() -> None:
    time = Time()
    seal = seal_of(Vault.new(), time)
    first, _ = seal.seal(SAID, ABOUT)
    time.now = LIFE - 1
    assert seal.seal(SAID, ABOUT)[0] == first
    time.now = LIFE
    cipher = seal._cipher
    seal.rest()
    assert seal._cipher is not cipher
    assert seal.seal(SAID, ABOUT)[0].id != first.id


def test_the_same_words_never_look_the_same_and_their_length_says_little() -> None:
    seal = seal_of(Vault.new())
    assert len({seal.seal(SAID, ABOUT)[1] for _ in range(100)}) == 100
    names = ["Al", "Laila", "Mohammad Zahir Stanekzai", "زرغونه"]
    bodies = [f'{{"talk":"registration","question":"name","value":"{name}"}}'.encode() for name in names]
    assert len({len(seal.seal(body, ABOUT)[1]) for body in bodies}) == 1


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ValueError, match="not packed"):
        unpack(pack(bytes(100_000_000)))


def test_what_was_sealed_as_a_whole_opens_for_its_use_only() -> None:
    vault = Vault.new()
    sealed = seal_whole(vault.public, b"token", b"use a")
    assert vault.open_with(1, sealed, b"use a") == b"token"
    for generation, use in ((1, b"use b"), (2, b"use a")):
        with pytest.raises(SealBroken):
            vault.open_with(generation, sealed, use)

"""Voice notes at the register: they wait on their case for who listens, are kept sealed, and forgotten in time."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from flows.facts import AnswerGiven, Body, CaseOpened, Fact, RecordErased, Source, VoiceSent
from flows.pictures import KEPT, LOST, OVER, sound
from flows.retention import USUAL
from storage.engine import read, write
from storage.opened import entries
from storage.photos import StoredPhotos
from storage.projections import rebuild
from storage.register import StoredRegister
from storage.register_tables import PictureRow
from storage.rows import table
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

AT = START + timedelta(hours=1)
DAY = timedelta(days=1)
OGG = b"OggS and what she said"
SENT = VoiceSent("17", "c1", "papers", "documents.US_PPT.number", "AwACAgQ")


@pytest.fixture
def photos(store: Engine) -> StoredPhotos:
    """Somebody answered by voice, twice."""
    again = VoiceSent("18", "c1", "", "", "AwACAgR")
    heard(store, [*registered("p1"), *(fact("p1", body) for body in (CaseOpened("c1", "E22", "P2"), SENT, again))])
    return StoredPhotos(store, VAULT)


def says(store: Engine, *bodies: Body) -> None:
    heard(store, [fact("p1", body) for body in bodies])


def listened(photos: StoredPhotos) -> None:
    """The first is fetched and listened to."""
    assert photos.keep(photos.wanted(AT)[0], OGG, AT)
    assert photos.look(photos.voices("REF-p1")[0], AT) == OGG


def test_it_is_fetched_without_being_asked_for(photos: StoredPhotos) -> None:
    assert [(each.photo, each.node, each.file) for each in photos.wanted(AT)] == [
        ("voice.17", "node-1", "AwACAgQ"),
        ("voice.18", "node-1", "AwACAgR"),
    ]
    assert photos.of("REF-p1") == [], "no photo"
    listened(photos)
    assert [(each.state, each.question) for each in photos.voices("p1")] == [(KEPT, "number"), ("waiting", "")]


def test_its_case_says_what_waits_to_be_heard(store: Engine, photos: StoredPhotos) -> None:
    register = StoredRegister(store, VAULT)
    [case] = register.cases()
    assert case.voices == ("number", "")
    assert [words for _, words in register.heard("c1")] == [
        "[voice note: number]",
        "[voice note: no question was open]",
    ]
    listened(photos)
    assert register.cases()[0].voices == ("",)


def test_its_case_says_how_the_person_reads(store: Engine, photos: StoredPhotos) -> None:
    register = StoredRegister(store, VAULT)
    assert register.cases()[0].reader == ""
    says(store, AnswerGiven("reading", "reader", "VOICE"))
    assert register.cases()[0].reader == "VOICE"


def test_what_the_channel_has_no_more_still_waits_for_the_staff(store: Engine, photos: StoredPhotos) -> None:
    photos.give_up(photos.wanted(AT)[0], LOST)
    assert photos.voices("p1")[0].state == LOST
    assert StoredRegister(store, VAULT).cases()[0].voices == ("number", ""), "or nobody would ask for it again"


def test_the_same_note_again_is_one(store: Engine, photos: StoredPhotos) -> None:
    says(store, SENT)
    assert len(photos.voices("p1")) == 2


def test_what_is_kept_is_sealed(store: Engine, photos: StoredPhotos) -> None:
    listened(photos)
    with read(store) as connection:
        row = connection.execute(select(table(PictureRow))).one()
    assert OGG not in bytes(row.picture)


def test_it_ends_with_its_time(store: Engine, photos: StoredPhotos) -> None:
    listened(photos)
    StoredRegister(store, VAULT).erase(AT + USUAL.photos + DAY)
    assert photos.voices("p1")[0].state == OVER
    with read(store) as connection:
        bodies = [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=99, person="p1")]
    assert SENT not in bodies


def test_who_is_erased_leaves_none(store: Engine, photos: StoredPhotos) -> None:
    listened(photos)
    heard(store, [Fact("e1", "p1", RecordErased("asked"), Source.SYSTEM, AT, AT, "")])
    StoredRegister(store, VAULT).erase(AT + DAY)
    with read(store) as connection:
        assert connection.execute(select(table(PictureRow))).all() == []
    assert photos.voices("p1") == []


def test_folding_anew_fetches_nothing_twice(store: Engine, photos: StoredPhotos) -> None:
    listened(photos)
    with write(store) as connection:
        rebuild(connection, VAULT)
    assert [each.photo for each in photos.wanted(AT + DAY)] == ["voice.18"]


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (OGG, "ogg"),
        (b"ID3\x03", "mp3"),
        (b"\xff\xfb\x90\x00", "mp3"),
        (b"\x00\x00\x00\x1cftypM4A \x00", "m4a"),
        (b"\x00\x00\x00\x1cftypheic\x00", ""),
        (b"MZ\x90\x00", ""),
        (b"", ""),
    ],
)
def test_only_a_recording_is_taken_for_one(raw: bytes, ending: str) -> None:
    assert sound(raw) == ending

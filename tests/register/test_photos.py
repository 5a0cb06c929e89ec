"""Photos at the register: fetched only if wanted, kept sealed, forgotten with their time, their person or a no."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from flows.facts import AnswerGiven, Body, Fact, PhotoSent, RecordErased, Source, Unread, ZoneRead
from flows.pictures import KEPT, LOST, OVER, WAITING
from flows.retention import USUAL
from storage.engine import moment, read, write
from storage.opened import entries
from storage.photos import TRIES, StoredPhotos
from storage.projections import rebuild
from storage.register import StoredRegister
from storage.register_tables import PictureRow
from storage.rows import table
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered

AT = START + timedelta(hours=1)
DAY = timedelta(days=1)
YES, NO = (AnswerGiven("photo.17", "keep_photo", said) for said in ("yes", "no"))
SENT = PhotoSent("17", "US_PPT", "AgACAgQ")
JPEG = b"\xff\xd8\xff the picture"


@pytest.fixture
def photos(store: Engine) -> StoredPhotos:
    """Somebody sent a photo of their passport."""
    heard(store, [*registered("p1"), fact("p1", SENT)])
    return StoredPhotos(store, VAULT)


def says(store: Engine, *bodies: Body) -> None:
    heard(store, [fact("p1", body) for body in bodies])


def bodies(store: Engine) -> list[object]:
    with read(store) as connection:
        return [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=99, person="p1")]


def due_at(store: Engine) -> datetime:
    with read(store) as connection:
        return moment(connection.scalars(select(table(PictureRow).c.due_at)).one())


def test_it_is_fetched_only_once_the_person_wants_that(store: Engine, photos: StoredPhotos) -> None:
    assert photos.wanted(AT) == []
    says(store, YES)
    [wanted] = photos.wanted(AT)
    assert (wanted.person, wanted.photo, wanted.node, wanted.file) == ("p1", "17", "node-1", "AgACAgQ")
    assert photos.keep(wanted, JPEG, AT)
    assert photos.wanted(AT + DAY) == []
    [picture] = photos.of("REF-p1")
    assert (picture.state, picture.kept_at, picture.seen_at) == (KEPT, AT, None)
    assert photos.look(picture, AT) == JPEG
    assert photos.of("p1")[0].seen_at == AT


def test_what_is_kept_is_sealed(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    photos.keep(photos.wanted(AT)[0], JPEG, AT)
    with read(store) as connection:
        row = connection.execute(select(table(PictureRow))).one()
    assert JPEG not in bytes(row.picture)


def test_a_no_forgets_where_it_is(store: Engine, photos: StoredPhotos) -> None:
    says(store, NO)
    StoredRegister(store, VAULT).erase(AT)
    assert photos.wanted(AT) == []
    assert SENT not in bodies(store)
    assert NO in bodies(store), "that they did not want it is still known"


def test_a_change_of_mind_while_it_is_fetched_keeps_nothing(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    [wanted] = photos.wanted(AT)
    says(store, NO)
    assert not photos.keep(wanted, JPEG, AT)
    assert photos.of("p1") == []


def test_it_is_tried_again_ever_later_and_in_the_end_no_more(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    at, pauses = AT, []
    for _ in range(TRIES):
        [wanted] = photos.wanted(at)
        photos.put_off(wanted, at)
        if photos.of("p1")[0].state == WAITING:
            due = due_at(store)
            assert photos.wanted(due - timedelta(seconds=1)) == []
            pauses.append(due - at)
            at = due
    assert photos.of("p1")[0].state == LOST
    assert len(pauses) == TRIES - 1
    assert sorted(pauses) == pauses
    assert DAY < sum(pauses, timedelta()) < 10 * DAY


def test_pictures_end_with_their_time(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    photos.keep(photos.wanted(AT)[0], JPEG, AT)
    register = StoredRegister(store, VAULT)
    [rule] = [each for each in register.erasures() if each.why == "photos"]
    assert (rule.count, rule.first) == (1, AT + 3 * USUAL.photos)
    photos.look(photos.of("p1")[0], AT + DAY)
    [rule] = [each for each in register.erasures() if each.why == "photos"]
    assert rule.first == AT + DAY + USUAL.photos
    register.erase(AT + USUAL.photos)
    assert photos.of("p1")[0].state == KEPT
    register.erase(AT + USUAL.photos + 2 * DAY)
    assert photos.of("p1")[0].state == OVER
    assert SENT not in bodies(store)
    with pytest.raises(LookupError):
        photos.look(photos.of("p1")[0], AT)


def test_who_is_erased_leaves_no_picture(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    photos.keep(photos.wanted(AT)[0], JPEG, AT)
    heard(store, [Fact("e1", "p1", RecordErased("asked"), Source.SYSTEM, AT, AT, "")])
    StoredRegister(store, VAULT).erase(AT + DAY)
    with read(store) as connection:
        assert connection.execute(select(table(PictureRow))).all() == []
    assert photos.of("p1") == []


def test_folding_anew_fetches_nothing_twice(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    photos.keep(photos.wanted(AT)[0], JPEG, AT)
    with write(store) as connection:
        rebuild(connection, VAULT)
    assert photos.wanted(AT + DAY) == []
    assert photos.look(photos.of("p1")[0], AT) == JPEG


def test_where_it_is_may_not_be_readable_any_more(store: Engine, photos: StoredPhotos) -> None:
    says(store, YES)
    wanted = photos.wanted(AT)[0]
    assert photos.give_up(replace(wanted, tries=3), LOST)
    assert photos.wanted(AT + DAY) == []
    assert not any(isinstance(body, Unread) for body in bodies(store))


READ = (("zone_number", "512345678"), ("zone_lines", "hold"))


def test_what_was_read_is_asked_of_the_person_while_the_photo_is_wanted(
    store: Engine, photos: StoredPhotos
) -> None:
    says(store, YES)
    [wanted] = photos.wanted(AT)
    assert wanted.paper == "US_PPT"
    assert photos.propose(wanted, "US_PPT", READ, AT)
    assert bodies(store)[-1] == ZoneRead("17", "US_PPT", READ)
    says(store, NO)
    assert not photos.propose(wanted, "US_PPT", READ, AT)
    assert sum(isinstance(body, ZoneRead) for body in bodies(store)) == 1


def test_what_was_read_concludes_nothing_before_the_yes(store: Engine, photos: StoredPhotos) -> None:
    register = StoredRegister(store, VAULT)
    says(store, YES)
    photos.propose(photos.wanted(AT)[0], "US_PPT", (*READ, ("zone_expiry", "gregorian:2028-05-01")), AT)
    assert register.papers() == []
    says(store, AnswerGiven("zone.US_PPT", "zone_check", "yes"))
    says(store, AnswerGiven("papers", "documents", ("US_PPT", "done")))
    says(store, *(AnswerGiven("papers", f"documents.US_PPT.{each}", "zone:*") for each in ("number", "expiry")))
    [row] = register.papers()
    assert (row.number, row.expiry, row.state) == ("zone", "gregorian:2028-05-01", "held")

"""Photos and voice notes on the register's store, sealed to its key: what to fetch, and what became of each."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, select, update

from flows.facts import PhotoSent, Source, VoiceSent, ZoneRead
from flows.pictures import KEPT, LOST, VOICE, WAITING, Picture, Wanted
from storage.decisions import Decisions
from storage.engine import micros, moment, write
from storage.opened import entries
from storage.register_tables import PersonTable, PhotoTable, PictureRow
from storage.rows import Into, table
from storage.vault import Vault

AT_ONCE, TRIES = 10, 40
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=6)
VALUES = ("state", "tries", "due_at", "kept_at", "seen_at", "picture")

_photos, _pictures, _people = table(PhotoTable), table(PictureRow), table(PersonTable)
_same = (_pictures.c.person == _photos.c.person) & (_pictures.c.photo == _photos.c.photo)
_spoken = _photos.c.photo.startswith(VOICE)
_into_pictures = Into(PictureRow, key=("person", "photo"), change=VALUES)


class StoredPhotos:
    """Fulfils `flows.pictures.Pictures`; and shows the pictures to whoever has the register's keys."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine, self._vault, self._decisions = engine, vault, Decisions(engine, vault)

    def wanted(self, at: datetime) -> list[Wanted]:
        """Photos to be fetched by now; one is given up if it cannot be read any more where the channel has it."""
        with self._decisions.looking() as connection:
            rows = connection.execute(_to_fetch(micros(at)).limit(AT_ONCE)).all()
            found = [
                Wanted(row.person, row.photo, row.node, *self._sent(connection, row.position, row.tries or 0))
                for row in rows
            ]
        for each in found:
            if not each.file:
                self.give_up(each, LOST)
        return [each for each in found if each.file]

    def keep(self, wanted: Wanted, jpeg: bytes, at: datetime) -> bool:
        """Keep a picture; False if meanwhile the person does not want it any more, or is erased."""
        sealed = self._vault.seal_alone(jpeg, _use(wanted.person, wanted.photo))
        return self._put(wanted, KEPT, 0, 0, micros(at), 0, sealed)

    def propose(self, wanted: Wanted, paper: str, answers: tuple[tuple[str, str], ...], at: datetime) -> bool:
        """Ask the person whether this is what stands in the zone of their paper; False if it is wanted no more."""
        with self._decisions.deciding() as connection:
            still = self._is_wanted(connection, wanted)
            if still:
                read = ZoneRead(wanted.photo, paper, answers)
                self._decisions.say(connection, [(wanted.person, read)], at, cause="ocr", by=Source.SYSTEM)
        return still

    def give_up(self, wanted: Wanted, why: str) -> bool:
        """Never try again; `why` is said to who asks for it."""
        return self._put(wanted, why, wanted.tries, 0, 0, 0, b"")

    def put_off(self, wanted: Wanted, at: datetime) -> None:
        """Try again later, each time after a longer while, and in the end no more."""
        if wanted.tries + 1 >= TRIES:
            self.give_up(wanted, LOST)
            return
        pause = min(FIRST_PAUSE * 2 ** min(wanted.tries, 20), LONGEST_PAUSE)
        self._put(wanted, WAITING, wanted.tries + 1, micros(at + pause), 0, 0, b"")

    def of(self, named: str) -> Sequence[Picture]:
        """The photos that whoever has this reference number or id wants to be kept, in the order they came."""
        return self._of(named, ~_spoken)

    def voices(self, named: str) -> Sequence[Picture]:
        """The voice notes of whoever has this reference number or id, in the order they came."""
        return self._of(named, _spoken)

    def _of(self, named: str, which: ColumnElement[bool]) -> Sequence[Picture]:
        known = select(_people.c.person).where((_people.c.ref == named) | (_people.c.person == named))
        asked = select(_photos, _pictures.c.state, _pictures.c.kept_at, _pictures.c.seen_at)
        asked = asked.outerjoin_from(_photos, _pictures, _same).order_by(_photos.c.position)
        with self._decisions.looking() as connection:
            wanted = asked.where(_photos.c.person.in_(known), _photos.c.wanted == "yes", which)
            return [_picture(row) for row in connection.execute(wanted)]

    def look(self, picture: Picture, at: datetime) -> bytes:
        """It as a JPEG, or as it was spoken, noted as looked at; LookupError if it is not kept."""
        which = (_pictures.c.person == picture.person) & (_pictures.c.photo == picture.photo)
        with write(self._engine) as connection:
            asked = select(_pictures.c.picture, _pictures.c.seen_at).where(which, _pictures.c.state == KEPT)
            row = connection.execute(asked).one_or_none()
            if row is None:
                raise LookupError(picture.photo)
            connection.execute(update(_pictures).where(which).values(seen_at=row.seen_at or micros(at)))
        return self._vault.open_alone(bytes(row.picture), _use(picture.person, picture.photo))

    def _sent(self, connection: Connection, position: int, tries: int) -> tuple[str, int, str]:
        """Where the channel has it, how often it was tried, and of which paper it is."""
        found = entries(connection, self._vault, after=position - 1, limit=1)
        match found[0].fact.body if found else None:
            case PhotoSent(_, paper, file):
                return file, tries, paper
            case VoiceSent(file=file):
                return file, tries, ""
        return "", tries, ""

    def _put(self, wanted: Wanted, *values: object) -> bool:
        """Its row with these values, in the order of VALUES; not if it is wanted no more."""
        with self._decisions.deciding() as connection:
            still = self._is_wanted(connection, wanted)
            if still:
                _into_pictures.put(connection, [(wanted.person, wanted.photo, *values)])
        return still

    @staticmethod
    def _is_wanted(connection: Connection, wanted: Wanted) -> bool:
        which = (_photos.c.person == wanted.person) & (_photos.c.photo == wanted.photo)
        return bool(connection.scalar(select(_photos.c.wanted).where(which)) == "yes")


def _to_fetch(at: int) -> Select[Any]:
    """What is wanted and was not tried yet, or is to be tried again by now, in the order it came."""
    again = (_pictures.c.state == WAITING) & (_pictures.c.due_at <= at)
    asked = select(_photos, _pictures.c.tries).outerjoin_from(_photos, _pictures, _same)
    asked = asked.where(_photos.c.wanted == "yes", _pictures.c.state.is_(None) | again)
    return asked.order_by(_photos.c.position)


def _picture(row: Row[Any]) -> Picture:
    kept, seen = (moment(at) if at else None for at in (row.kept_at, row.seen_at))
    return Picture(row.person, row.photo, row.state or WAITING, kept, seen, row.question)


def _use(person: str, photo: str) -> bytes:
    return f"hamrah picture 1 {person} {photo}".encode()

"""What is folded too seldom to be read ahead: links between records, photos and voice notes."""

from sqlmodel import Session, col, delete

from flows.facts import Entry, VoiceSent
from flows.pictures import VOICE
from storage.register_tables import LinkTable, PhotoTable


def link(session: Session, person: str, other: str, *, together: bool) -> None:
    """Take two records for one human being, or for two again; both hear of it, the second time changes nothing."""
    one, two = min(person, other), max(person, other)
    row = session.get(LinkTable, (one, two))
    if together and row is None:
        session.add(LinkTable(person=one, other=two))
    elif not together and row is not None:
        session.delete(row)
    session.flush()


def photo_came(session: Session, entry: Entry, photo: str) -> None:
    """Remember where it is said how to fetch a photo; the same message again changes nothing."""
    person = entry.fact.person
    if session.get(PhotoTable, (person, photo)) is None:
        session.add(PhotoTable(person=person, photo=photo, node=entry.node, position=entry.position, wanted=""))
        session.flush()


def voice_came(session: Session, entry: Entry, sent: VoiceSent) -> None:
    """Remember where it is said how to fetch a voice note: whoever sends one wants to be heard."""
    person, voice = entry.fact.person, VOICE + sent.voice
    if session.get(PhotoTable, (person, voice)) is None:
        row = PhotoTable(person=person, photo=voice, node=entry.node, position=entry.position, wanted="yes")
        row.case, row.question = _plain(sent.case), _plain(sent.question.rpartition(".")[2])
        session.add(row)
        session.flush()


def _plain(name: str) -> str:
    """PostgreSQL keeps no NUL."""
    return name.replace("\x00", "")


def photo_is_wanted(session: Session, person: str, photo: str, wanted: str) -> None:
    """Remember whether the person wants a photo to be kept."""
    row = session.get(PhotoTable, (person, photo))
    if row is not None:
        row.wanted = wanted


def forget_photos(session: Session, person: str) -> None:
    """Know of no photo and no voice note of a person who is erased."""
    session.flush()
    session.exec(delete(PhotoTable).where(col(PhotoTable.person) == person))

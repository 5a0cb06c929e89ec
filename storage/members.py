"""Those who would go along with a person, folded from what was said of each (domain.md §1.3, 9 to 11; §2.2)."""

from sqlmodel import Session, col, delete, select

from flows.conversation.walk import things
from flows.facts import AnswerGiven, Assessed, Entry
from storage.engine import micros
from storage.register_tables import MemberTable

MEMBERS = "members"
KEPT = ("relation", "age", "go_without", "care")


def listed(session: Session, entry: Entry, given: AnswerGiven) -> None:
    """Who is on the list now; whoever was taken off it stays known, and goes with nobody."""
    person, items = entry.fact.person, things(given.value)
    for row in session.exec(select(MemberTable).where(col(MemberTable.person) == person)):
        row.listed = row.item in items
    for item in items:
        _member(session, person, item).listed = True
    session.flush()


def said_of(session: Session, entry: Entry, given: AnswerGiven) -> None:
    """What was said of one of them; their own wish only they say, in person."""
    _, item, question = given.question.split(".", 2)
    row, said_at = _member(session, entry.fact.person, item), micros(entry.fact.said_at)
    if question in KEPT and isinstance(given.value, str):
        setattr(row, question, given.value.replace("\x00", ""))
        row.told_at = said_at
    elif question == "own_wish" and isinstance(given.value, str):
        row.wish, row.wished_at = given.value.replace("\x00", ""), said_at
    session.flush()


def concluded(session: Session, entry: Entry, body: Assessed) -> None:
    """What the centre concluded of one of them, who is still known."""
    row = session.get(MemberTable, (entry.fact.person, body.item))
    if row is not None:
        row.ready, row.reasons = body.status, " ".join(body.reasons)
        session.flush()


def is_of_member(question: str) -> bool:
    """Whether a question is about one of those who would go along."""
    return question.startswith(f"{MEMBERS}.") and question.count(".") == 2


def forget_members(session: Session, person: str) -> None:
    """Know nothing any more of whom an erased person listed."""
    session.flush()
    session.exec(delete(MemberTable).where(col(MemberTable.person) == person))


def _member(session: Session, person: str, item: str) -> MemberTable:
    row = session.get(MemberTable, (person, item))
    if row is None:
        row = MemberTable(person=person, item=item)
        session.add(row)
        session.flush()
    return row

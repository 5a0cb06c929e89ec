"""Of whom others told us: what they said, and who has since opened the link to speak for themselves (§2.2)."""

from sqlmodel import Session, col, delete

from flows import claims
from flows.facts import AnswerGiven, Entry
from storage.engine import micros
from storage.register_tables import ClaimTable, OtherTable

OTHERS = "others"
KEPT = {
    "from": "relation",
    "knows": "knows",
    "their_category": "category",
    "their_wish": "wish",
    "their_place": "province",
}


def told_of(session: Session, entry: Entry, given: AnswerGiven) -> None:
    """Remember what a person said of another, for whom this record has an id of its own."""
    _, _, rest = given.question.partition(".")
    item, _, question = rest.rpartition(".")
    if not item or not isinstance(given.value, str):
        return
    token = claims.token(entry.fact.person, item)
    row = session.get(OtherTable, token)
    if row is None:
        row = OtherTable(token=token, teller=entry.fact.person, told_at=0)
        session.add(row)
    row.told_at = micros(entry.fact.said_at)
    if question in KEPT and given.value != "skip":
        setattr(row, KEPT[question], given.value)
    session.flush()


def claimed(session: Session, entry: Entry, token: str) -> None:
    """Somebody opened a link, perhaps before the centre hears of whom it is."""
    if session.get(ClaimTable, (token, entry.fact.person)) is None:
        at = micros(entry.fact.said_at)
        session.add(ClaimTable(token=token, person=entry.fact.person, position=entry.position, opened_at=at))
        session.flush()


def forget_others(session: Session, person: str) -> None:
    """Know nothing any more of what an erased person told of others, nor that they opened a link."""
    session.flush()
    session.exec(delete(OtherTable).where(col(OtherTable.teller) == person))
    session.exec(delete(ClaimTable).where(col(ClaimTable.person) == person))

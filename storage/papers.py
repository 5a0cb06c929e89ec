"""The papers of a person and of those who would go along, folded from what was said of each (domain.md §1.5).

Of a number only its sort is kept here: where it was typed it stays sealed in the ledger.
"""

from sqlmodel import Session, col, delete, select

from flows.conversation.standing import PAPERS_TALK, ZONE_TALK
from flows.conversation.walk import things
from flows.facts import AnswerGiven, Entry, TalkOpened, Value, ZoneRead
from storage.register_tables import PaperTable

PAPERS, DOCUMENTS = "papers", "documents"
KEPT = ("state", "left_there", "lost_how", "where", "expiry", "calendar")
SORTS = ("zone", "odd", "later", "unsure")
READ = ("zone_expiry", "zone_lines")


def is_of_papers(talk: str) -> bool:
    """Whether a talk is about papers, or about the zone of one."""
    return talk == PAPERS or talk.startswith((PAPERS_TALK, ZONE_TALK))


def opened(session: Session, entry: Entry, body: TalkOpened) -> None:
    """Another zone is read: what is confirmed of the one before stays until there is a yes to this."""
    row = session.get(PaperTable, (entry.fact.person, "", body.talk.removeprefix(ZONE_TALK)))
    if row is not None:
        row.zone_expiry = row.zone_lines = ""
        session.flush()


def read(session: Session, entry: Entry, body: ZoneRead) -> None:
    """What was read from a photo: as if its lines had been typed, and nothing before the yes."""
    row = _paper(session, entry.fact.person, "", body.paper)
    given = dict(body.answers)
    row.zone_expiry, row.zone_lines = given.get("zone_expiry", ""), given.get("zone_lines", "")
    session.flush()


def told(session: Session, entry: Entry, given: AnswerGiven) -> None:
    """What was said of papers, whose they are being told by the talk."""
    person = entry.fact.person
    if given.talk.startswith(ZONE_TALK):
        _zone(session, person, given)
    else:
        item = given.talk.removeprefix(PAPERS_TALK) if given.talk.startswith(PAPERS_TALK) else ""
        if given.question == DOCUMENTS:
            _listed(session, person, item, things(given.value))
        elif given.question.startswith(f"{DOCUMENTS}.") and given.question.count(".") == 2:
            _, kind, question = given.question.split(".")
            _said(_paper(session, person, item, kind), question, given.value)
    session.flush()


def forget_papers(session: Session, person: str) -> None:
    """Know nothing any more of the papers of an erased person and theirs."""
    session.flush()
    session.exec(delete(PaperTable).where(col(PaperTable.person) == person))


def _listed(session: Session, person: str, item: str, kinds: tuple[str, ...]) -> None:
    own = (col(PaperTable.person) == person) & (col(PaperTable.item) == item)
    for row in session.exec(select(PaperTable).where(own)):
        row.listed = row.kind in kinds
    for kind in kinds:
        _paper(session, person, item, kind).listed = True


def _said(row: PaperTable, question: str, value: Value) -> None:
    words = value.replace("\x00", "") if isinstance(value, str) else ""
    if question == "number":
        sort = words.partition(":")[0]
        row.number = sort if sort in SORTS else "typed" if words else ""
    elif question in KEPT:
        setattr(row, question, words)


def _zone(session: Session, person: str, given: AnswerGiven) -> None:
    row = _paper(session, person, "", given.talk.removeprefix(ZONE_TALK))
    if given.question in READ and isinstance(given.value, str):
        setattr(row, given.question, given.value.replace("\x00", ""))
    elif given.question == "zone_check" and given.value == "yes":
        row.read_expiry, row.read_lines = row.zone_expiry, row.zone_lines


def _paper(session: Session, person: str, item: str, kind: str) -> PaperTable:
    kind = kind.replace("\x00", "")
    row = session.get(PaperTable, (person, item, kind))
    if row is None:
        row = PaperTable(person=person, item=item, kind=kind)
        session.add(row)
        session.flush()
    return row

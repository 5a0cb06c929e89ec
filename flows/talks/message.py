"""First contact in one message: free words that answer several questions at once (domain.md §5.3; §5.4, B)."""

from collections.abc import Mapping
from datetime import date

from flows.conversation.beyond import MESSAGE
from flows.conversation.free import Free
from flows.conversation.house import Anywhere, Told
from flows.conversation.kind import Writing
from flows.conversation.kinds import DONE, Choice
from flows.conversation.options import Option, Page, Reopens, Says
from flows.conversation.standing import FIRST_TALK, Standing
from flows.conversation.steps import Answers, Ask, said
from flows.conversation.walk import Placed, things
from flows.documents import document_number
from flows.facts import Value
from flows.reading.calls import ERASURE, PERSON
from flows.reading.message import read_message
from flows.reading.reading import Reading
from flows.talks import labels, texts
from flows.talks.names import COUNTRIES
from flows.talks.paper_kinds import DOCUMENTS, ENDING
from flows.talks.papers import PAPERS
from flows.talks.wish import MAY_GO, SKIP, WISH

MANY = 3  # so many fields at once are no answer to one question
WHOLE, PARTLY = "whole", "partly"
# Kinds of cases as they are read, and as they are asked for.
CASES = {"KBL": "NVC", "NVC": "NVC", "SIV": "SIV", "USRAP": "USRAP", "I-130": "I130", "I-730": "I730"}
HELD = {option.key for option in DOCUMENTS}


ONE_MESSAGE = Ask(
    MESSAGE,
    texts.B1_ONEMSG,
    Free(
        (Page((Option("show", labels.SHOW_ME, Says(texts.B2_SAMPLE)), SKIP), 2),),
        texts.B2_SAMPLE,
        outcomes=(WHOLE, PARTLY),
    ),
    when=(said("begin", MESSAGE),),
)
READ_BACK = Ask(
    "read_back",
    texts.B3_PARSED,
    Choice(
        (Page((Option("yes", labels.YES), Option("change", labels.CHANGE, Reopens((MESSAGE, "read_back")))), 2),),
        texts.PICK,
    ),
    when=(said(MESSAGE, PARTLY),),
    protects=True,
)


def told(standing: Standing, at: Placed, writing: Writing, refused: bool) -> Told | None:
    """What words tell at a question of first contact, or of the wish.

    refused: they are no answer to the open question; what it takes as they are is read otherwise only if it is
    clearly more than one answer.
    """
    if standing.talk not in (FIRST_TALK, WISH.name) or not (refused or len(writing.text.split()) > MANY):
        return None
    reading = read_message(writing.text, writing.today)
    if standing.talk == WISH.name:
        return _wish(reading) if at.name in ("still", "wish") else None
    fields = _fields(reading)
    if len(fields) >= MANY or (at.name == MESSAGE and (fields or reading.asks)):
        return _all(standing, reading, fields)
    if refused and at.name in fields:
        return Told(((FIRST_TALK, at.name, fields[at.name]),), f"{FIRST_TALK}:{at.name}")
    return None


def wants(text: str, today: date) -> Anywhere | None:
    """What free words ask for: a person, to be deleted, or another wish, which is confirmed by a button."""
    reading = read_message(text, today)
    if PERSON in reading.asks:
        return Anywhere.PERSON
    if ERASURE in reading.asks:
        return Anywhere.ERASURE
    # Who does not know may mean the open question.
    says = reading.sure_of("wish") and reading.wish != "UNDECIDED" and not reading.other_speaker
    return Anywhere.WISH if says else None


def missing(known: Answers) -> tuple[str, ...]:
    """What first contact still has to ask of whom this is known."""
    left = known.get("wish") == "LEFT"
    asked = ("name", "category", "wish", "country" if left else "province")
    counted = ("count",) if "wish" not in known or MAY_GO.holds(known) else ()
    return tuple(field for field in (*asked, *counted) if field not in known)


def _fields(reading: Reading) -> dict[str, Value]:
    """The answers of first contact that were surely read."""
    country = COUNTRIES.get(reading.country or "")
    read: Mapping[str, Value | None] = {
        "name": reading.name,
        "count": reading.count,
        "category": reading.talk_category,
        "wish": reading.wish,
        "province": reading.province,
        "country": country.source if country else None,
    }
    return {field: value for field, value in read.items() if value is not None and reading.sure_of(field)}


def _wish(reading: Reading) -> Told | None:
    wish = _fields(reading).get("wish")
    if wish is None or reading.other_speaker:
        return None
    return Told(((WISH.name, "still", "change"), (WISH.name, "wish", wish)), f"{WISH.name}:wish")


def _all(standing: Standing, reading: Reading, fields: Mapping[str, Value]) -> Told:
    known = {**standing.known, **fields}
    count = known.get("count", 1)
    given = {"begin": MESSAGE, MESSAGE: PARTLY if missing(known) else WHOLE, **fields}
    if not reading.other_speaker and "for_whom" not in known:
        given["for_whom"] = "family" if isinstance(count, int) and count > 1 else "self"
    answers = tuple((FIRST_TALK, field, value) for field, value in given.items())
    return Told(
        (*answers, *_papers(standing, reading), *_cases(standing, reading)),
        f"{FIRST_TALK}:{MESSAGE}",
        secret=bool(reading.documents or reading.cases or reading.phone),
        calls=PERSON in reading.asks,
    )


def _papers(standing: Standing, reading: Reading) -> tuple[tuple[str, str, Value], ...]:
    """The papers that were named by their numbers."""
    numbers = {kind: document_number(number, kind) for kind, number in reading.documents if kind in HELD}
    named = {kind: number for kind, number in numbers.items() if number is not None}
    if not named:
        return ()
    before = things(standing.known.get("documents"))
    given: dict[str, Value] = {"documents": (*before, *(kind for kind in named if kind not in before), DONE)}
    given |= {f"documents.{kind}.number": number for kind, number in named.items()}
    if reading.expiry and len(named) == 1 and reading.sure_of("expiry"):
        given |= {f"documents.{kind}.expiry": reading.expiry for kind in named if kind in ENDING}
    return tuple((PAPERS.name, question, value) for question, value in given.items())


def _cases(standing: Standing, reading: Reading) -> tuple[tuple[str, str, Value], ...]:
    """The numbers of cases whose kind is one that is asked for."""
    numbers = {
        CASES[kind]: document_number(number, CASES[kind]) for kind, number in reading.cases if kind in CASES
    }
    named = {kind: number for kind, number in numbers.items() if number is not None}
    if not named:
        return ()
    before = things(standing.known.get("case_kinds"))
    given: dict[str, Value] = {"case_kinds": (*before, *(kind for kind in named if kind not in before), DONE)}
    given |= {f"case_kinds.{kind}.case_number": number for kind, number in named.items()}
    return tuple(("case_numbers", question, value) for question, value in given.items())

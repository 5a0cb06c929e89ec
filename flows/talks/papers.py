"""The papers a person has: which, in what state, their number and when they end (domain.md §1.5)."""

from flows.conversation.kinds import Choice, Several, Typed
from flows.conversation.options import Option, Page, Reopens
from flows.conversation.steps import Ask, End, Flow, Repeat, said
from flows.dates import read_date
from flows.documents import FORMATS, document_number
from flows.facts import Value
from flows.talks import labels, texts
from flows.talks.names import STATES
from flows.talks.paper_kinds import ENDING, PAGES, PASSPORTS
from flows.talks.wish import HOME, NEXT

UNSURE = Option("unsure", labels.NOT_SURE)
STATE = Page(
    (
        Option("held", labels.HELD),
        Option("expired", labels.EXPIRED),
        Option("lost", labels.LOST),
        Option("unknown", labels.UNKNOWN),
    ),
    2,
)
LEFT_THERE = Page((Option("yes", labels.WAS_THERE), Option("no", labels.NO)), 2)
HOW = Page(tuple(Option(key, STATES[key]) for key in ("lost", "taken", "destroyed", "unknown")), 2)
WHERE = Page(tuple(Option(key, STATES[key]) for key in ("held", "with_other_person", "applied_for", "unknown")))
AGAIN = Option("again", labels.TRY_AGAIN, Reopens(("number", "number_check")))
CALENDAR = Page((Option("solar", labels.SOLAR), Option("lunar", labels.LUNAR), UNSURE))


def month(typed: str, item: str) -> Value | None:
    """A month and year in one of three calendars, as `read_date` writes it (domain.md §6.3)."""
    return read_date(typed)


NUMBER = Ask(
    "number",
    texts.D3_NUMBER,
    Typed(
        (Page((Option("later", labels.LATER), UNSURE), 2),),
        texts.D3_LETTERS,
        document_number,
        samples=("512345678", "odd:51"),
        asks_number=True,
    ),
    when=(said("state", "held", "expired"), said("documents", *FORMATS)),
    saved=texts.D5_SAVED,
    erases=True,
    protects=True,
)
EXPIRY = Ask(
    "expiry",
    texts.D4_EXPIRY,
    Typed((Page((UNSURE,)),), texts.X3_DATE, month, samples=("gregorian:2026-05", "unclear:1430-05")),
    when=(said("state", "held"), said("documents", *ENDING)),
)

PAPERS = Flow(
    "papers",
    (
        Ask("documents", texts.D1_WHICH, Several(PAGES, texts.PICK)),
        Repeat(
            "documents",
            (
                Ask("state", texts.D2_STATE, Choice((STATE,), texts.PICK)),
                Ask(
                    "left_there",
                    texts.D9_HELD,
                    Choice((LEFT_THERE,), texts.PICK),
                    when=(said("state", "lost"), said("documents", *PASSPORTS)),
                ),
                Ask("lost_how", texts.D11_HOW, Choice((HOW,), texts.PICK), when=(said("left_there", "no"),)),
                Ask(
                    "where",
                    texts.D12_WHERE,
                    Choice((WHERE,), texts.PICK),
                    when=(said("state", "unknown"), said("documents", *ENDING)),
                ),
                NUMBER,
                Ask(
                    "number_check",
                    texts.D7_BADNUM,
                    Choice((Page((AGAIN, Option("keep", labels.KEEP_IT)), 2),), texts.PICK),
                    when=(said("number", "odd"),),
                ),
                EXPIRY,
                Ask(
                    "calendar",
                    texts.D4_CAL,
                    Choice((CALENDAR,), texts.PICK),
                    when=(said("expiry", "unclear"),),
                ),
            ),
        ),
    ),
    end=End(texts.D10_SAVED, (NEXT, HOME), 2),
)

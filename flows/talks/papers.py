"""The papers a person has: which, in what state, their number and when they end (domain.md §1.5)."""

from flows.conversation.kinds import Choice, Several, Typed
from flows.conversation.options import Opens, Option, Page, Reopens
from flows.conversation.steps import Ask, End, Flow, Repeat, said
from flows.dates import read_date
from flows.documents import document_number
from flows.facts import Value
from flows.talks import labels, texts

DOCUMENTS = (
    Option("US_PPT", labels.US_PPT),
    Option("US_GC", labels.US_GC),
    Option("AF_PPT", labels.AF_PPT),
    Option("AF_TAZ", labels.AF_TAZ),
    Option("US_VISA", labels.US_VISA),
)
ENDING = ("US_PPT", "US_GC", "AF_PPT", "US_VISA")


def month(typed: str, item: str) -> Value | None:
    """A month and year in one of three calendars, as `read_date` writes it (domain.md §6.3)."""
    return read_date(typed)


PAPERS = Flow(
    "papers",
    (
        Ask(
            "documents",
            texts.D1_WHICH,
            Several(
                (Page((*DOCUMENTS, Option("none", labels.NONE), Option("done", labels.DONE)), 2),), texts.PICK
            ),
        ),
        Repeat(
            "documents",
            (
                Ask(
                    "state",
                    texts.D2_STATE,
                    Choice(
                        (
                            Page(
                                (
                                    Option("held", labels.HELD),
                                    Option("expired", labels.EXPIRED),
                                    Option("lost", labels.LOST),
                                    Option("unknown", labels.UNKNOWN),
                                ),
                                2,
                            ),
                        ),
                        texts.PICK,
                    ),
                ),
                Ask(
                    "number",
                    texts.D3_NUMBER,
                    Typed(
                        (Page((Option("later", labels.LATER), Option("unsure", labels.NOT_SURE)), 2),),
                        texts.D3_LETTERS,
                        document_number,
                        samples=("512345678", "odd:51"),
                    ),
                    when=(said("state", "held", "expired"),),
                    saved=texts.D5_SAVED,
                    erases=True,
                    protects=True,
                ),
                Ask(
                    "number_check",
                    texts.D7_BADNUM,
                    Choice(
                        (
                            Page(
                                (
                                    Option("again", labels.TRY_AGAIN, Reopens(("number", "number_check"))),
                                    Option("keep", labels.KEEP_IT),
                                ),
                                2,
                            ),
                        ),
                        texts.PICK,
                    ),
                    when=(said("number", "odd"),),
                ),
                Ask(
                    "expiry",
                    texts.D4_EXPIRY,
                    Typed(
                        (Page((Option("unsure", labels.NOT_SURE),)),),
                        texts.X3_DATE,
                        month,
                        samples=("gregorian:2026-05", "unclear:1430-05"),
                    ),
                    when=(said("state", "held"), said("documents", *ENDING)),
                ),
                Ask(
                    "calendar",
                    texts.D4_CAL,
                    Choice(
                        (
                            Page(
                                (
                                    Option("solar", labels.SOLAR),
                                    Option("lunar", labels.LUNAR),
                                    Option("unsure", labels.NOT_SURE),
                                )
                            ),
                        ),
                        texts.PICK,
                    ),
                    when=(said("expiry", "unclear"),),
                ),
            ),
        ),
    ),
    end=End(texts.D10_SAVED, (Option("home", labels.HOME, Opens("home")),)),
)

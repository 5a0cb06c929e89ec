"""The numbers that the authorities gave to a person's cases, kept as they are typed (domain.md §1.3, 20)."""

from flows.conversation.kinds import Several, Typed
from flows.conversation.options import Option, Page
from flows.conversation.steps import Ask, Flow, Repeat
from flows.documents import document_number
from flows.talks import labels, texts
from flows.talks.names import DOCUMENTS
from flows.talks.needs import SAVED
from flows.talks.paper_kinds import DONE
from flows.talks.papers import UNSURE

CASES = (
    Option("NVC", labels.NVC, also=frozenset({"nvc", "kbl"})),
    Option("SIV", labels.SIV_CASE, also=frozenset({"siv"})),
    Option("COM", labels.COM_CASE, also=frozenset({"com"})),
    Option("USRAP", labels.P1P2, also=frozenset({"usrap", "p 1", "p 2", "p1", "p2"})),
    Option("I130", DOCUMENTS["I130"], also=frozenset({"i 130", "i130"})),
    Option("I730", DOCUMENTS["I730"], also=frozenset({"i 730", "i730"})),
)
NUMBER = Ask(
    "case_number",
    texts.D3_NUMBER,
    Typed(
        (Page((Option("later", labels.LATER), UNSURE), 2),), texts.D3_LETTERS, document_number, asks_number=True
    ),
    saved=texts.D5_SAVED,
    erases=True,
    protects=True,
)
CASE_NUMBERS = Flow(
    "case_numbers",
    (
        Ask(
            "case_kinds",
            texts.G1_CASES,
            Several((Page((*CASES, Option("none", labels.NONE), DONE), 2),), texts.PICK),
        ),
        Repeat("case_kinds", (NUMBER,)),
    ),
    end=SAVED,
)

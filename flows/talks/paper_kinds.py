"""The kinds of papers that a citizen may hold, as the pages they are picked from (domain.md §1.5)."""

from flows.conversation.options import Option, Page, Turns
from flows.talks import labels
from flows.talks.names import DOCUMENTS as NAMED

OFTEN = ("US_PPT", "US_GC", "AF_PPT", "AF_TAZ", "US_VISA")
TO_TRAVEL = ("US_EMERG_PPT", "FOR_PPT", "ENTRY_AUTH", "BOARD_FOIL", "3C_VISA")
TO_SHOW = ("US_PPT_CARD", "AF_ETAZ", "CRBA", "NIKAH", "BIRTH")
OF_CASES = ("COM_LETTER", "SIV_PACKET", "I130", "I730")

PASSPORTS = ("US_PPT", "US_EMERG_PPT", "AF_PPT", "FOR_PPT")
# What boards, or lets in: where one is matters, and when it ends.
ENDING = (*PASSPORTS, "US_GC", "US_VISA", "ENTRY_AUTH", "BOARD_FOIL", "3C_VISA")


def _options(kinds: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(kind, NAMED[kind]) for kind in kinds)


DOCUMENTS = _options((*OFTEN, *TO_TRAVEL, *TO_SHOW, *OF_CASES))
DONE = Option("done", labels.DONE)
BACK = Option("back", labels.BACK, Turns(0))
PAGES = (
    Page((*_options(OFTEN), Option("none", labels.NONE), Option("more", labels.MORE, Turns(1)), DONE), 2),
    Page((*_options(TO_TRAVEL), Option("more2", labels.MORE, Turns(2)), BACK, DONE), 2),
    Page((*_options(TO_SHOW), Option("more3", labels.MORE, Turns(3)), BACK, DONE), 2),
    Page((*_options(OF_CASES), BACK, DONE), 2),
)

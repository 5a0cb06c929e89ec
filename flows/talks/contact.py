"""How a person can be reached safely, and who abroad can help with it (domain.md §1.3, 15 and 16)."""

import re

from flows.conversation.kinds import Choice, Typed
from flows.conversation.options import Option, Page
from flows.conversation.steps import Ask, Flow, said
from flows.talks import labels, texts
from flows.talks.needs import SAVED
from flows.talks.people import RELATED, SURE
from flows.talks.registration import name
from flows.talks.wish import SKIP
from flows.words import latin_digits

CALLED = Page(
    (
        Option("now", labels.CALL_NOW),
        Option("morning", labels.CALL_MORNING),
        Option("evening", labels.CALL_EVENING),
        Option("never", labels.CALL_NEVER),
    ),
    2,
)
YES_OR_NO = Page((Option("yes", labels.YES), Option("no", labels.NO)), 2)
OR_SKIP = Page((SKIP,))
THERE = (said("abroad", "yes"),)

_GAPS = re.compile(r"[\s().\-/‐-―\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_PHONE = re.compile(r"\+?\d{8,15}")
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,60}\.[^@\s.]{2,20}")


def phone(typed: str, item: str) -> str | None:
    """A telephone number in Latin digits, one of this country with its code."""
    number = _GAPS.sub("", latin_digits(typed))
    if not _PHONE.fullmatch(number):
        return None
    return re.sub(r"^(?:0(?=7\d{8}$)|\+930)", "+93", re.sub(r"^00", "+", number))


def address(typed: str, item: str) -> str | None:
    """A telephone number or an e-mail address."""
    return phone(typed, item) or (typed.strip() if _MAIL.fullmatch(typed.strip()) else None)


CONTACT = Flow(
    "contact",
    (
        Ask("call", texts.H4_CALL, Choice((CALLED,), texts.PICK)),
        Ask(
            "phone",
            texts.H6_PHONE,
            Typed((OR_SKIP,), texts.H6_DIGITS, phone, asks_number=True),
            when=(said("call", "now", "morning", "evening"),),
            saved=texts.D5_SAVED,
            erases=True,
            protects=True,
        ),
        Ask("shared_phone", texts.H5_SHARED, Choice((SURE,), texts.PICK)),
        Ask("abroad", texts.H7_ABROAD, Choice((YES_OR_NO,), texts.PICK)),
        Ask("abroad_name", texts.H8_NAME, Typed((OR_SKIP,), texts.TOO_LONG_NAME, name), when=THERE),
        Ask("abroad_relation", texts.H9_RELATION, RELATED, when=THERE),
        Ask(
            "abroad_at",
            texts.H10_ADDRESS,
            Typed((OR_SKIP,), texts.H10_EITHER, address, asks_number=True),
            when=THERE,
            saved=texts.H12_TAKEN,
            erases=True,
            protects=True,
        ),
        Ask("abroad_may", texts.H11_MAY, Choice((YES_OR_NO,), texts.PICK), when=THERE),
    ),
    end=SAVED,
)

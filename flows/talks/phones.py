"""One person on several phones: a link from the old phone, or their number, which the staff compare (§5.3)."""

from flows.conversation.kinds import Typed
from flows.conversation.options import Option, Page, Rests
from flows.conversation.steps import Ask, End, Flow
from flows.talks import labels, texts
from flows.talks.reference import is_reference
from flows.talks.wish import HOME, SKIP
from flows.words import latin_digits

OLD_NUMBER, BORN = "old_number", "born"


def number(typed: str, item: str) -> str | None:
    """The number of a record, written as ours are."""
    symbols = typed.upper().replace("-", "").replace(" ", "")
    return f"{symbols[:3]}-{symbols[3:6]}-{symbols[6]}" if is_reference(symbols) else None


def year(typed: str, item: str) -> str | None:
    """A year of any calendar, in four digits."""
    digits = latin_digits(typed).strip()
    return digits if len(digits) == 4 and digits.isdecimal() and digits[0] in "12" else None


PHONE = Flow("phone", (), end=End(texts.J2_LINK, (HOME,), protects=True))
NUMBER = Flow(
    "number",
    (
        Ask(OLD_NUMBER, texts.J3_NUMBER, Typed((Page((SKIP,)),), texts.J3_FORM, number, samples=("A7K-3MP-C",))),
        Ask(BORN, texts.J4_BORN, Typed((Page((SKIP,)),), texts.J4_FORM, year, samples=("1364",))),
    ),
    end=End(texts.J5_COMPARED, (Option("on", labels.CONTINUE, Rests()), HOME), 2),
)

"""Four digits that a person chose, and what is kept instead of them (domain.md §5.5, 5)."""

import re
from dataclasses import dataclass
from hashlib import scrypt
from hmac import compare_digest

from flows.conversation.kind import GIVEN, Read, Writing
from flows.conversation.kinds import Buttons, chosen
from flows.conversation.standing import PIN_SET
from flows.facts import Value
from flows.words import fold

# 16 ms and 4 MB. More would hold up everyone else's turns and hardly anybody who has the digest: there are but
# ten thousand PINs to try, so what protects them is that the digest is sealed, or in an encrypted store.
COST, BLOCK = 2**12, 8
BYTES = 16
SAMPLE = f"{PIN_SET}salt:digest"


def four_digits(typed: str) -> str:
    """The four digits that are all of the words, in any script and with any gaps; "" if they are not four."""
    digits = fold(typed).replace(" ", "")
    return digits if re.fullmatch(r"[0-9]{4}", digits) else ""


def mistyped(words: str) -> bool:
    """Whether it is no PIN but may have been meant for one."""
    return re.fullmatch(r"[0-9]{2,3}|[0-9]{5,6}", fold(words).replace(" ", "")) is not None


def kept_as(digits: str, salt: str) -> str:
    """What is kept of a PIN."""
    digest = scrypt(digits.encode(), salt=salt.encode(), n=COST, r=BLOCK, p=1, dklen=BYTES)
    return f"{PIN_SET}{salt}:{digest.hex()}"


def fits(kept: str, digits: str) -> bool:
    """Whether this is the PIN of which that is kept; nothing is worked out of what could be none."""
    if not digits:
        return False
    salt = kept.removeprefix(PIN_SET).partition(":")[0]
    return compare_digest(kept_as(digits, salt), kept)


def under_duress(digits: str) -> str:
    """The PIN of whoever types these digits under duress: one is added to its last (domain.md §5.5, 6)."""
    return digits[:-1] + str((int(digits[-1]) - 1) % 10)


@dataclass(frozen=True, slots=True)
class Pin(Buttons):
    """Four digits, of which the answer holds a salted digest only; and some buttons beside."""

    def read(self, writing: Writing) -> Read:
        """What is kept of the PIN, or the option whose label was typed."""
        digits = four_digits(writing.text)
        if digits:
            return kept_as(digits, writing.token)
        found = self.named(writing.text, writing.lexicon)
        return self.refusal() if found is None else chosen(found)

    def takes(self, value: Value) -> bool:
        """Whether it is kept of a PIN, or an option's key."""
        return (isinstance(value, str) and value.startswith(PIN_SET)) or Buttons.takes(self, value)

    def kept(self, value: Value) -> Value:
        """All of it: without the digest, no PIN could be told from another."""
        return value if self.takes(value) else GIVEN

    def deciding(self) -> tuple[Value, ...]:
        """A PIN, and the options that answer."""
        return (SAMPLE, *Buttons.deciding(self))

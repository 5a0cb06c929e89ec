"""What was read of one message: the fields of a record, each with how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.reading.categories import TALK

SURE = 0.8
NEEDED = ("name", "count", "category", "wish", "province")


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields that a message told; None or empty where it did not.

    name: as typed; count: with the speaker; category: domain.md §1.4; wish: §2.1, or LEFT; presence: IN_COUNTRY or
    LEFT; country: ISO code of where they are; province: ISO code; phone: like +93799123456; expiry: as `read_date`
    writes it; documents, cases: (kind, number); danger: codes of §3; asks: E22, E23, HELP; other_speaker: the wish
    of somebody else is spoken of; confidence: from 0 to 1, of each field that was found.
    """

    name: str | None = None
    count: int | None = None
    category: str | None = None
    wish: str | None = None
    presence: str | None = None
    country: str | None = None
    province: str | None = None
    phone: str | None = None
    call_wish: bool = False
    dob: str | None = None
    expiry: str | None = None
    documents: tuple[tuple[str, str], ...] = ()
    cases: tuple[tuple[str, str], ...] = ()
    danger: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    other_speaker: bool = False
    confidence: Mapping[str, float] = field(default_factory=dict)

    @property
    def talk_category(self) -> str | None:
        """The option of the registration talk that the category falls under."""
        return TALK[self.category] if self.category else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields of first contact that must still be asked: not found, or not surely."""
        return tuple(name for name in NEEDED if not self.sure_of(name))

    def sure_of(self, name: str) -> bool:
        """Whether the field was found, and surely enough not to be asked."""
        return self.confidence.get(name, 0.0) >= SURE

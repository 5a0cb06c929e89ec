"""Free words as an answer: they are read as a whole, and what they come to is what was answered."""

from dataclasses import dataclass

from flows.conversation.kinds import Choice
from flows.facts import Value


@dataclass(frozen=True, slots=True)
class Free(Choice):
    """Free words, of which an option is only a way out; an outcome is no button, and nobody can press it."""

    outcomes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Choice.__post_init__(self)
        object.__setattr__(self, "stays", self.stays | set(self.outcomes))

    def deciding(self) -> tuple[Value, ...]:
        """The ways out, and all that words can come to."""
        return (*Choice.deciding(self), *self.outcomes)

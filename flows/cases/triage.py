"""The codes by which people need a person, and how urgent each is (domain.md §3)."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it is called, and its priority unless staff know better."""

    code: str
    name: str
    priority: str


ASKS_FOR_A_PERSON = Code("E22", "asks for a person", "P2")
# Nobody asked for it: an update broke us, so the person was not understood.
NOT_UNDERSTOOD = Code("E21", "repeated confusion", "P2")
# Of a node and no person, so no code of domain.md.
NODE_WAS_DEAF = Code("N1", "a node heard nothing", "P1")

CODES = {code.code: code for code in (ASKS_FOR_A_PERSON, NOT_UNDERSTOOD, NODE_WAS_DEAF)}


def code_name(case: str) -> str:
    """A case's short name for the eye, e.g. 4F2; several cases may share it, so it never finds one."""
    return sha256(case.encode()).hexdigest()[:3].upper()

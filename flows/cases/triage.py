"""The codes by which people need a person, and how urgent each is (domain.md §3)."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what the staff call it, and its priority unless they know better; P0 before P1."""

    code: str
    name: str
    priority: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What the staff must hear of, though nobody asked for them; words: the answers that say so, in English."""

    code: str
    priority: str
    words: str = ""


IN_DANGER = Code("E02", "danger or threat", "P0")
DURESS = Code("E07", "duress", "P0")
IMPERSONATION = Code("E12", "impersonation", "P1")
DISPUTED = Code("E20", "conflicting wishes", "P2")
# Nobody asked for it: an update broke us, so the person was not understood.
NOT_UNDERSTOOD = Code("E21", "repeated confusion", "P2")
ASKS_FOR_A_PERSON = Code("E22", "asks for a person", "P2")
# Of a node and no person, so no code of domain.md.
NODE_WAS_DEAF = Code("N1", "a node heard nothing", "P1")

CODES = {
    code.code: code
    for code in (
        Code("E01", "medical emergency", "P0"),
        IN_DANGER,
        Code("E03", "detained", "P0"),
        Code("E04", "minor alone", "P0"),
        Code("E05", "forced, or violence at home", "P0"),
        Code("E06", "phone seized or lost", "P0"),
        DURESS,
        Code("E08", "death reported", "P1"),
        Code("E09", "separated family", "P1"),
        Code("E10", "cannot reach the rally point", "P0"),
        Code("E11", "asked for money", "P1"),
        IMPERSONATION,
        Code("E13", "passport lost or taken", "P2"),
        Code("E14", "needs care", "P2"),
        Code("E15", "late no", "P1"),
        Code("E16", "cannot be reached", "P1"),
        Code("E17", "other national", "P3"),
        Code("E18", "documents differ", "P2"),
        Code("E19", "suspected duplicate", "P2"),
        DISPUTED,
        NOT_UNDERSTOOD,
        ASKS_FOR_A_PERSON,
        Code("E23", "delete my data", "P2"),
        Code("E24", "media or hostile", "P3"),
        Code("E25", "out of scope, at risk", "P2"),
        NODE_WAS_DEAF,
    )
}


def called(code: str) -> str:
    """What the staff call a code, "" of one that is newer than this build."""
    return CODES[code].name if code in CODES else ""


def more_urgent(code: str, than: str) -> bool:
    """Whether one code must be seen before another; "" is no code, and danger is before all."""
    if than not in CODES or code == IN_DANGER.code:
        return code != than
    return CODES[code].priority < CODES[than].priority


def comes_before(matter: Matter, open_code: str) -> bool:
    """Whether a matter is more urgent than the open case of this code; "" is none."""
    return open_code not in CODES or matter.priority < CODES[open_code].priority


def code_name(case: str) -> str:
    """A case's short name for the eye, e.g. 4F2; several cases may share it, so it never finds one."""
    return sha256(case.encode()).hexdigest()[:3].upper()

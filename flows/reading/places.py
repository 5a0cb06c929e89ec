"""Where who writes is: the province, the country if they left, and whether they said so."""

from dataclasses import dataclass

from flows.reading.heard import Heard
from flows.reading.lexicon.known import is_name, names_a_home, sounds_like_a_name
from flows.reading.signs import Kind, Sign
from flows.reading.tokens import Gap

_KE = frozenset(("کی", "ke", "ki", "kay", "kkhe", "kai", "کښی"))
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Where:
    """Province code, presence and country code, each with how sure it is."""

    province: tuple[str, float] | None = None
    presence: tuple[str, float] | None = None
    country: tuple[str, float] | None = None


def where(heard: Heard, *, left: bool) -> Where:
    """Where the speaker is; left: they said that they left."""
    country = _country(heard, left=left)
    province = _province(heard)
    if country and country[1] >= 0.8:
        province = (province[0], min(province[1], 0.5)) if province else None
    if left or country:
        sure = max(0.92 if left else 0.0, country[1] if country else 0.0)
        return Where(province, ("LEFT", sure), country)
    return Where(province, ("IN_COUNTRY", 0.9) if _inside(heard) else None)


def _province(heard: Heard) -> tuple[str, float] | None:
    weights: dict[str, float] = {}
    for clause in heard.clauses:
        for at, sign in enumerate(clause):
            if sign.kind is Kind.PLACE:
                weight = _weight(heard, clause, at)
                weights[sign.value] = max(weight, weights.get(sign.value, 0.0))
    if not weights:
        return None
    best, *rest = sorted(weights, key=lambda code: -weights[code])
    # Who says "in Kabul" and "from Herat" is in Kabul; two that are said alike are not told apart.
    close = any(weights[best] - weights[code] < 0.1 for code in rest)
    return best, min(weights[best], 0.5) if close else min(weights[best], 0.9 if rest else 1.0)


def _weight(heard: Heard, clause: list[Sign], at: int) -> float:
    sign = clause[at]
    before = [each.kind for each in clause[max(0, at - _NEAR) : at]]
    weight = 0.95 * sign.sure
    if Kind.FROM in before or _is_from(heard, clause, at):
        return weight - 0.12 if sign.sure == 1 else weight
    if Kind.IN in before or _is_in(heard, clause, at):
        return min(weight + 0.03, 0.98)
    if Kind.TO in before and any(each.kind is Kind.GO for each in clause):
        return min(weight, 0.7)
    return min(weight, 0.6) if part_of_a_name(heard, clause, at) else weight


def part_of_a_name(heard: Heard, clause: list[Sign], at: int) -> bool:
    """Whether this province is as well a surname or a first name beside the words around it: Karim Wardak."""
    key = heard.key(clause[at])
    before = clause[at - 1] if at else None
    after = clause[at + 1] if at + 1 < len(clause) else None
    if names_a_home(key):
        return before is not None and before.kind is Kind.WORD
    known = after is not None and after.kind is Kind.WORD and sounds_like_a_name(heard.key(after))
    return is_name(key) and known


def _is_from(heard: Heard, clause: list[Sign], at: int) -> bool:
    """Pashto says "from Logar" as «د لوګر نه»."""
    after = clause[at + 1] if at + 1 < len(clause) else None
    return after is not None and heard.key(after) in ("na", "نه")


def _is_in(heard: Heard, clause: list[Sign], at: int) -> bool:
    """Pashto says "in" behind the place as well; and "Kabul astem" is "we are in Kabul"."""
    after = clause[at + 1] if at + 1 < len(clause) else None
    return after is not None and heard.key(after) in _KE


def _inside(heard: Heard) -> bool:
    for clause in heard.clauses:
        for at, sign in enumerate(clause):
            if sign.kind is Kind.HERE:
                return True
            near = clause[max(0, at - _NEAR) : at]
            said = any(each.kind is Kind.IN for each in near) or _is_in(heard, clause, at)
            said = said and not _is_from(heard, clause, at)
            if sign.kind is Kind.PLACE and (said or _is_there(clause, at)):
                return True
    return False


def _is_there(clause: list[Sign], at: int) -> bool:
    after = clause[at + 1] if at + 1 < len(clause) else None
    return after is not None and after.kind is Kind.IS and after.gap is Gap.NONE


def _country(heard: Heard, *, left: bool) -> tuple[str, float] | None:
    found: dict[str, float] = {}
    for clause in heard.clauses:
        for at, sign in enumerate(clause):
            if sign.kind in (Kind.COUNTRY, Kind.US) and (sure := _abroad(heard, clause, at, left=left)):
                code = "US" if sign.kind is Kind.US else sign.value
                found[code] = max(sure, found.get(code, 0.0))
    if not found:
        return None
    best = max(found, key=lambda code: found[code])
    return best, found[best] if len(found) == 1 else min(found[best], 0.6)


def _abroad(heard: Heard, clause: list[Sign], at: int, *, left: bool) -> float:
    sign = clause[at]
    if sign.value == "AF" or sign.mine or _names_a_people(clause, at):
        return 0.0
    before = [each.kind for each in clause[max(0, at - _NEAR) : at]]
    kinds = {each.kind for each in clause}
    if Kind.REL in kinds and not kinds & {Kind.ME, Kind.WE, Kind.LEFT, Kind.WITH}:
        return 0.0
    inside = Kind.IN in before or _is_in(heard, clause, at)
    if sign.kind is Kind.US:
        return 0.85 if inside and kinds & {Kind.ME, Kind.WE, Kind.LEFT, Kind.NOW} else 0.0
    if inside or (left and Kind.FROM not in before):
        return 0.92 * sign.sure
    if Kind.TO in before or kinds & {Kind.GO, Kind.WANT}:
        return 0.0
    return (0.85 if _is_there(clause, at) or Kind.NOW in kinds else 0.7) * sign.sure


def _names_a_people(clause: list[Sign], at: int) -> bool:
    beside = clause[at + 1 : at + 3] + clause[max(0, at - 2) : at]
    return any(each.kind in (Kind.CITIZEN, Kind.PAPER, Kind.SOLDIER) for each in beside)

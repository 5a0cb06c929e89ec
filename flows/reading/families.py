"""Whose family somebody is: "wife of a citizen", "my husband has a green card", «مادرم تبعه امریکا است»."""

from dataclasses import dataclass

from flows.reading.heard import Clause, Heard
from flows.reading.signs import Kind, Sign

SPONSORS = ("USC", "LPR", "SM")
_BETWEEN = (Kind.OF, Kind.IS, Kind.FILL, Kind.US, Kind.MY, Kind.NUM, Kind.IN, Kind.WORD)
_FAR = 14
_ENGLISH = frozenset(
    (
        "wife",
        "husband",
        "spouse",
        "son",
        "daughter",
        "child",
        "mother",
        "father",
        "family",
        "brother",
        "sister",
        "parents",
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A standing that was named, where in its clause, and how sure."""

    code: str
    sure: float
    at: int
    end: int


def family_of(heard: Heard, clause: Clause, claim: Claim) -> tuple[str, float] | None:
    """The code of who is family of the one that the claim is of: "wife of", "my husband is", "citizen's son"."""
    if claim.code not in SPONSORS:
        return None
    if (spoken_of := _spoken_of(heard, clause, claim)) is not None:
        return spoken_of
    rel = _relative(heard, clause, claim)
    if rel is None:
        return None
    code, sure = _as_family(claim.code, rel, of=not _is_mine(heard, rel))
    return code, sure if _is_tied(heard, clause, rel, claim) else min(sure, 0.6)


def _is_tied(heard: Heard, clause: Clause, rel: Sign, claim: Claim) -> bool:
    """Whether a small word ties them, as English must: in "Omar son LPR" they may be two things that are told."""
    between = clause[rel.place - clause[0].place + 1 : claim.at]
    tied = any(sign.kind in (Kind.OF, Kind.IS, Kind.NUM) for sign in between)
    loose = heard.key(rel) in _ENGLISH or any(sign.kind is Kind.WORD for sign in between)
    tied |= heard.key(clause[claim.at]) == "of"  # "Of us" is one sign.
    return tied or not loose or rel.place >= clause[0].place + claim.at


def _spoken_of(heard: Heard, clause: Clause, claim: Claim) -> tuple[str, float] | None:
    """ "He is a citizen": the one of the speaker's people who was spoken of last."""
    place = _before(clause, claim)
    if place < 0 or clause[place].kind is not Kind.THEY:
        return None
    at = clause[place].place
    rel = next((sign for sign in reversed(heard.signs[max(0, at - _FAR) : at]) if sign.kind is Kind.REL), None)
    code, sure = _as_family(claim.code, rel, of=False) if rel else (claim.code, 0.5)
    return code, min(sure, 0.85)


def _before(clause: Clause, claim: Claim) -> int:
    """Where the sign stands that the claim may be of, past small words and names; below 0 if nowhere."""
    place = claim.at - 1
    while place >= 0 and claim.at - place <= 5 and clause[place].kind in _BETWEEN:
        place -= 1
    return place


def _relative(heard: Heard, clause: Clause, claim: Claim) -> Sign | None:
    place = _before(clause, claim)
    if place >= 0 and clause[place].kind is Kind.REL and not _in_a_list(clause, place):
        return clause[place]
    at = claim.end + (claim.end < len(clause) and clause[claim.end].kind is Kind.IS)
    behind = clause[at] if at < len(clause) else None
    if behind is None or behind.kind is not Kind.REL:
        return None
    owns = heard.words[clause[claim.end - 1].end - 1].owns or _pashto(heard, clause, claim)
    return behind if (behind.mine or owns) and (at == claim.end or behind.mine) else None


def _pashto(heard: Heard, clause: Clause, claim: Claim) -> bool:
    """Pashto says "of America of the citizen the wife"."""
    keys = [word.key for word in heard.words[clause[claim.at].at : clause[claim.end - 1].end]]
    before = heard.words[clause[claim.at].at - 1].key if clause[claim.at].at else ""
    return [before, *keys].count("د") + [before, *keys].count("da") >= 2 or keys[-1] in ("تبعی", "tabe", "tabeye")


def _in_a_list(clause: Clause, place: int) -> bool:
    """Whether the relative is one of those who go, as in "me, wife and 3 kids"."""
    if place + 1 < len(clause) and clause[place + 1].kind is Kind.OF:
        return False
    near = {sign.kind for sign in clause[max(0, place - 2) : place]}
    last = clause[place - 1].kind if place else None
    return bool(near & {Kind.AND, Kind.WITH, Kind.WITHOUT}) or last in (Kind.ME, Kind.NUM)


def _is_mine(heard: Heard, rel: Sign) -> bool:
    beside = heard.signs[max(0, rel.place - 1) : rel.place] + heard.signs[rel.place + 1 : rel.place + 2]
    return rel.mine or any(sign.kind is Kind.MY for sign in beside)


def _as_family(sponsor: str, rel: Sign, *, of: bool) -> tuple[str, float]:
    """ "Son of" makes a child, and so does "my mother is"; "mother of" and "my son is" make a parent."""
    role = rel.value
    if sponsor == "SM":
        named = role in ("spouse", "family") or (role == "child" and of) or (role == "parent" and not of)
        return "IF_SM", 0.9 if named else 0.6
    if role == "spouse":
        return f"IF_{sponsor}_SP", 0.93
    if role == "family":
        return f"IF_{sponsor}", 0.9
    child = (role == "child") if of else (role == "parent")
    # "My son is a citizen" is said by a parent, or of the son who is to be registered.
    return (f"IF_{sponsor}_CH", 0.88) if child else ("EXT_FAM", 0.82 if of else 0.7)

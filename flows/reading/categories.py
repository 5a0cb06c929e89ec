"""Who somebody is to the United States: a citizen, of a citizen's family, a holder of a case, or none of it."""

from flows.reading.families import SPONSORS, Claim, family_of
from flows.reading.heard import Clause, Heard
from flows.reading.signs import Kind, Sign

# What the registration talk asks by button, of the finer codes (domain.md §1.4).
TALK = {
    "USC": "USC", "USN": "USC", "LPR": "LPR", "IF_USC": "IF_USC", "IF_USC_SP": "IF_USC", "IF_USC_CH": "IF_USC",
    "IF_LPR": "IF_USC", "IF_LPR_SP": "IF_USC", "IF_LPR_CH": "IF_USC", "PAR_MINOR": "IF_USC", "EXT_FAM": "IF_USC",
    "SIV": "SIV", "SIV_HOLD": "SIV", "SIV_INT": "SIV", "SIV_COM": "SIV", "SIV_PEND": "SIV", "IF_SM": "IF_SM",
    "P1": "P1P2", "P2": "P1P2", "P3": "P1P2", "P1P2": "P1P2", "IV_PEND": "IV_PEND", "IV_HOLD": "IV_PEND",
    "FTJ": "IV_PEND", "ALLY_NAT": "ALLY_NAT", "OTHER_AFG": "OTHER_AFG", "UNSURE": "UNSURE",
}  # fmt: skip
_P = frozenset(("p", "pi", "پی", "پ"))
_FINER = {
    "SIV": ("SIV_HOLD", "SIV_INT", "SIV_COM", "SIV_PEND"),
    "P1P2": ("P1", "P2"),
    "IV_PEND": ("SIV", "SIV_COM", "SIV_PEND", "SIV_HOLD", "SIV_INT", "P1", "P2", "IV_HOLD", "FTJ"),
}


def category(heard: Heard) -> tuple[str, float] | None:
    """The code of domain.md §1.4 and how sure it is."""
    found: dict[str, float] = {}
    denied = False
    for clause in heard.clauses:
        for claim in _claims(heard, clause):
            if _is_denied(heard, clause, claim):
                denied = True
                continue
            code, sure = family_of(heard, clause, claim) or (claim.code, claim.sure)
            sure *= 0.6 if heard.asks(clause) else 1.0
            if code == claim.code and _may_be_of(clause, claim):
                sure = min(sure, 0.6)
            found[code] = max(sure, found.get(code, 0.0))
    found.pop("SM", None)
    if not found:
        return ("OTHER_AFG", 0.5) if denied else None
    return _one_of(found)


def _one_of(found: dict[str, float]) -> tuple[str, float]:
    """The finest of those that go together; less sure if some do not."""
    for coarse, finer in _FINER.items():
        if coarse in found and any(code in found for code in finer):
            del found[coarse]
    families = [code for code in found if code.startswith(("IF_", "EXT_", "PAR_"))]
    if families and "IV_PEND" in found:
        del found["IV_PEND"]
    best = max(found, key=lambda code: (code in families, found[code]))
    rest = [code for code in found if code != best]
    if any(found[code] >= 0.7 for code in rest):
        own = [code for code in found if code not in families]
        return (own[0] if families and own else best), 0.6
    return best, found[best]


def _may_be_of(clause: Clause, claim: Claim) -> bool:
    """ "USC wife": a citizen's wife, or a citizen and his wife."""
    behind = clause[claim.end] if claim.end < len(clause) else None
    return claim.code in SPONSORS and behind is not None and behind.kind is Kind.REL and behind.value == "spouse"


def _claims(heard: Heard, clause: Clause) -> list[Claim]:
    found = [claim for at in range(len(clause)) if (claim := _claim(heard, clause, at))]
    return [c for i, c in enumerate(found) if not (i and c.code == found[i - 1].code and c.at <= found[i - 1].end)]


def _claim(heard: Heard, clause: Clause, at: int) -> Claim | None:
    sign = clause[at]
    match sign.kind:
        case Kind.CAT:
            return Claim(sign.value, 0.6 if sign.weak else 0.95 * sign.sure, at, at + 1)
        case Kind.SOLDIER:
            return Claim("SM", 0.9, at, at + 1)
        case Kind.CITIZEN:
            return _citizen(clause, at)
        case Kind.US if sign.mine and not _next(clause, at, Kind.CITIZEN, Kind.PAPER, Kind.SOLDIER):
            return None if _last(clause, at, Kind.CITIZEN, Kind.PAPER) else Claim("USC", 0.85, at, at + 1)
        case Kind.PAPER if sign.value == "US_GC":
            return Claim("LPR", 0.85, at, at + 1)
        case Kind.PAPER if sign.value == "PPT":
            return _passport(clause, at)
        case Kind.WORD | Kind.FILL if heard.key(sign) in _P and _next(clause, at, Kind.NUM):
            number = clause[at + 1].value
            return Claim(f"P{number}", 0.95, at, at + 2) if number in ("1", "2", "3") else None
    return None


def _citizen(clause: Clause, at: int) -> Claim:
    """Of the country that is named beside it; a citizen of none is one of the United States, in this place."""
    for near in (*range(at - 1, max(-1, at - 3), -1), *range(at + 1, min(len(clause), at + 4))):
        sign = clause[near]
        if sign.kind is Kind.US:
            return Claim("USC", 0.95 * clause[at].sure, min(at, near), max(at, near) + 1)
        if sign.kind is Kind.COUNTRY:
            code, sure = ("OTHER_AFG", 0.7) if sign.value == "AF" else ("ALLY_NAT", 0.9)
            return Claim(code, sure, min(at, near), max(at, near) + 1)
    return Claim("USC", 0.82 * clause[at].sure, at, at + 1)


def _passport(clause: Clause, at: int) -> Claim | None:
    beside = [place for place in (at - 1, at + 1) if 0 <= place < len(clause)]
    for place in beside:
        if clause[place].kind is Kind.US:
            return Claim("USC", 0.85, min(at, place), max(at, place) + 1)
        if clause[place].kind is Kind.COUNTRY and clause[place].value != "AF":
            return Claim("ALLY_NAT", 0.8, min(at, place), max(at, place) + 1)
    return None


def _is_denied(heard: Heard, clause: Clause, claim: Claim) -> bool:
    if claim.code == "OTHER_AFG":
        return False
    before = clause[max(0, claim.at - 2) : claim.at]
    after = clause[claim.end : claim.end + 2]
    at = next((i for i, sign in enumerate(before) if sign.kind in (Kind.HAVE_NOT, Kind.NONE, Kind.NEG)), None)
    if at is not None and before[at].mine is False:
        return all(sign.kind in (Kind.IS, Kind.FILL, Kind.ME, Kind.US) for sign in before[at + 1 :])
    # In Dari and Pashto "have not" stands behind; in English it would belong to what follows.
    return bool(after) and after[0].kind is Kind.HAVE_NOT and _stands_behind(heard, after[0])


def _stands_behind(heard: Heard, sign: Sign) -> bool:
    key = heard.key(sign)
    return not key.isascii() or key.startswith("n")


def _next(clause: Clause, at: int, *kinds: Kind) -> bool:
    return at + 1 < len(clause) and clause[at + 1].kind in kinds


def _last(clause: Clause, at: int, *kinds: Kind) -> bool:
    return at > 0 and clause[at - 1].kind in kinds

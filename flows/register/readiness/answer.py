"""What readiness answers: one status a person, and every reason with who can mend it and how."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """The one status of a person; the first that applies, in this order."""

    DEPARTED = "DEPARTED"
    OUT_OF_SCOPE = "OUT_OF_SCOPE"
    HOLD = "HOLD"
    NOT_WILLING = "NOT_WILLING"
    UNCONFIRMED = "UNCONFIRMED"
    UNREACHABLE = "UNREACHABLE"
    NOT_READY = "NOT_READY"
    PARTY_BLOCKED = "PARTY_BLOCKED"
    READY = "READY"


class Fixer(StrEnum):
    """Who can mend a reason."""

    PERSON = "person"
    STAFF = "staff"
    STATE = "issuing state"
    MEMBER = "other member"


class Step(StrEnum):
    """The one next action for a reason."""

    EXPLAIN_SCOPE = "explain_scope"
    ASK_AGE_WAIVER = "ask_age_waiver"
    ASK_BIRTH = "ask_birth"
    CLEAR_HOLD = "clear_hold"
    FIND_GUARDIAN = "find_guardian"
    ARRANGE_CARE = "arrange_care"
    LEAVE_OPEN = "leave_open"
    ASK_WISH = "ask_wish"
    OFFER_LATER_TRIP = "offer_later_trip"
    TRY_OTHER_CHANNEL = "try_other_channel"
    NAME_PAPER = "name_paper"
    APPLY = "apply"
    RENEW = "renew"
    REPLACE = "replace"
    WAIT_FOR_ISSUE = "wait_for_issue"
    FETCH_FROM_MISSION = "fetch_from_mission"
    GET_BACK = "get_back"
    SAY_STATE = "say_state"
    SAY_EXPIRY = "say_expiry"
    SHOW_PAPER = "show_paper"
    CONFIRM_PAPER = "confirm_paper"
    ASK_WAIVER = "ask_waiver"
    SAY_NAME = "say_name"
    ASK_CONSENT = "ask_consent"
    SEE_MEMBER = "see_member"
    LINK_MEMBER = "link_member"
    ASK_PARTY = "ask_party"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands in the way: its code, and the status it leads to.

    since: from which day it is so, None where nothing was ever said; proof: the fact that says so, "" if none.
    """

    code: str
    status: Status
    fixer: Fixer
    step: Step
    since: date | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What holds for one person; reasons in the order of their status, then of the rule (R1 to R7, party).

    or_else: the gaps of each other document set, the fewest first; party: everybody they will not go without, and
    themselves, sorted; notes: what to know besides, which changes no status (AGING_OUT).
    """

    id: str
    status: Status
    reasons: tuple[Reason, ...]
    party: tuple[str, ...]
    or_else: tuple[tuple[Reason, ...], ...]
    notes: tuple[Reason, ...]
    rule: str
    policy: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons as codes."""
        return tuple(reason.code for reason in self.reasons)

    @property
    def step(self) -> Step | None:
        """The one next action: that of the first reason."""
        return self.reasons[0].step if self.reasons else None

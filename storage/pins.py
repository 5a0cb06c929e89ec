"""A PIN that somebody forgot, taken off by the staff: a decision, and a fact."""

from datetime import datetime

from flows.cases.triage import DURESS
from flows.facts import PinLifted
from storage import listed
from storage.decisions import Decisions


def lift(decisions: Decisions, person: str, staff: str, at: datetime) -> bool:
    """Have the PIN of this person asked for no more; False while a case of duress is open, whoever asks."""
    with decisions.deciding() as connection:
        cases = [case for case in listed.cases(connection) if case.person == person and not case.closed]
        if any(case.code == DURESS.code for case in cases):
            return False
        decisions.say(connection, [(person, PinLifted(staff))], at, cause="pin")
        return True

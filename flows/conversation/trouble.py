"""What follows from an update that breaks us: the staff learn of it, and the talk stays where it was."""

from hashlib import sha256

from flows.cases.triage import NOT_UNDERSTOOD
from flows.conversation.house import House
from flows.conversation.standing import Standing
from flows.facts import Body, CaseOpened, QuestionsReopened


def case_of(person: str, cause: str) -> str:
    """The name of the case that this cause opens for a person; the same whenever it is asked."""
    return sha256(f"{person}/{cause}".encode()).hexdigest()[:12]


def stumbled(standing: Standing, cause: str, house: House) -> tuple[Body, ...]:
    """A case for the staff without its words; none for whom there is one, or of whom nothing may be kept."""
    if standing.case or not house.may_keep(standing):
        return ()
    case = case_of(standing.person, cause)
    opened = CaseOpened(case, NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.priority)
    return (opened, QuestionsReopened(standing.talk, ()))

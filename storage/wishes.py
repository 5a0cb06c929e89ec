"""What is said of a wish, of quiet and of safety, folded into the row of a person (domain.md §2)."""

from datetime import datetime, timedelta

from flows.facts import AnswerGiven, Entry
from flows.register.wishes import LATER
from flows.turning import turned
from storage.engine import micros, moment
from storage.register_tables import PersonTable

MOST = 999
QUIET = timedelta(days=30)


def wished(person: PersonTable, wish: str, said_at: int) -> None:
    """They said what they want: from now on it ages anew; that it became another is remembered."""
    if person.wish and person.wish != wish:
        times = turned(turns(person.turned), moment(said_at))
        person.turned = " ".join(str(micros(at)) for at in times)
    person.wish, person.not_before = wish, 0
    confirmed(person, said_at)


def turns(kept: str) -> tuple[datetime, ...]:
    """When the wish became another, as it is kept in one line."""
    return tuple(moment(int(at)) for at in kept.split())


def confirmed(person: PersonTable, said_at: int) -> None:
    """They said that it is still so."""
    person.wished_at, person.asked = said_at, 0


def answered(person: PersonTable, given: AnswerGiven, entry: Entry) -> None:
    """What else was said that changes when they are asked again, or where they are."""
    said_at = micros(entry.fact.said_at)
    match given.question, given.value:
        case "still", "yes":
            confirmed(person, said_at)
        case "later", str(when):
            person.not_before = micros(entry.fact.said_at + LATER[when]) if when in LATER else 0
        case "ask_again", str(again):
            person.ask_again = again
        case "notes", str(notes):
            person.quiet_until = micros(entry.fact.said_at + QUIET) if notes == "quiet" else 0
        case "province", str(_):
            person.placed_at = said_at
        case "still_there", "yes":
            person.placed_at = said_at


def asked(person: PersonTable, time: int) -> None:
    """The centre asked anew."""
    person.asked = max(person.asked, min(time, MOST))

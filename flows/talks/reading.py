"""How a person reads: alone, few words, by voice, or somebody reads to them (domain.md §5.2)."""

from flows.conversation.kind import is_mark
from flows.conversation.kinds import Choice
from flows.conversation.options import Option, Page
from flows.conversation.standing import AWAY_TALK, CASE_TALK, CONSENT, PIN_TALK, READER, Standing
from flows.conversation.steps import Ask, End, Flow, Stop, said
from flows.talks import labels, texts
from flows.talks.family import about
from flows.talks.names import READERS
from flows.texts import Spoken

READS = Page(tuple(Option(key, label) for key, label in READERS.items()))
READING = Flow(
    "reading",
    (
        Ask(READER, texts.H14_READS, Choice((READS,), texts.PICK)),
        Stop(said(READER, "VOICE"), End(texts.H3_VOICE)),
    ),
    end=End(texts.H14_SAVED),
    returns=True,
)
# Here who reads, or speaks, may be somebody else; and in a danger nothing stands before what must be read.
BARE = (AWAY_TALK, CASE_TALK, PIN_TALK, READING.name)


def beside(talk: str, standing: Standing) -> tuple[Spoken, ...]:
    """What is said with a question of this talk: of whom it is, and what helps who does not read it alone."""
    if talk in BARE or standing.away:
        return ()
    of_whom = about(talk, standing)
    match standing.known.get(READER):
        case "HELPER":
            name = standing.known.get("name")
            named = isinstance(name, str) and name != "skip" and not is_mark(name)
            return (texts.READ_TO(name=str(name) if named else labels.LISTENER), *of_whom)
        case "VOICE" if standing.case or standing.known.get(CONSENT) == "yes":
            return (texts.H15_SPEAK(), *of_whom)
    return of_whom

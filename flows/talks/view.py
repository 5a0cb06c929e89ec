""" "See my data": all that is kept of a person, which only the centre can read and say (domain.md §5.4, K6)."""

from collections.abc import Iterable, Iterator, Mapping

from flows.conversation.options import Opens, Option
from flows.conversation.standing import ERASURE_TALK, PAPERS_TALK, PIN_TALK, Standing, folded, known_as
from flows.conversation.steps import End, Flow
from flows.conversation.walk import things
from flows.facts import AnswerGiven, Body, MessageHeard, StaffReplied, Value, VoiceSent
from flows.places import KABUL
from flows.talks import labels, texts
from flows.talks.case_numbers import CASES
from flows.talks.family import WHOSE
from flows.talks.names import STATES
from flows.talks.others import OTHERS
from flows.talks.own_word import OWN_WORD
from flows.talks.paper_kinds import DOCUMENTS
from flows.talks.papers import PAPERS
from flows.talks.people import MEMBERS
from flows.talks.photo import KEEP
from flows.talks.wish import HOME
from flows.talks.zone import BIRTH, CHECK, EXPIRY, IN_ZONE, KINDS, LINES, NAME, NUMBER, ODD, counted, said_by
from flows.texts import Code, Listed, Part, Spoken, Text

CHANGE = Option("change", labels.CHANGE, Opens("wish"))
DELETE = Option("erasure", labels.DELETE_ME, Opens(ERASURE_TALK))
VIEW = Flow("view", (), end=End(texts.K6_WAIT, (CHANGE, DELETE, HOME), 2))

SHOWN = {
    "language": labels.LANGUAGE_WORD,
    "reader": labels.READING,
    "for_whom": labels.FOR_WHOM,
    "name": labels.CHANGE_NAME,
    "category": labels.CHANGE_WHO,
    "own_land": labels.OWN_LAND,
    "count": labels.CHANGE_COUNT,
    "province": labels.CHANGE_PLACE,
    "wish": labels.CHANGE_WISH,
    "why": labels.WHY,
    "later": labels.WHEN_COULD,
    "country": labels.COUNTRY,
    "ask_again": labels.ASK_AGAIN,
    "notes": labels.STOP_NOTES,
    "word": labels.YOUR_WORD,
    "share": labels.SHARING,
    "call": labels.CALL,
    "phone": labels.PHONE,
    "shared_phone": labels.SHARED,
    "abroad_name": labels.ABROAD,
    "abroad_relation": labels.RELATION,
    "abroad_at": labels.REACHED_BY,
    "abroad_may": labels.MAY_TALK,
    "can_reach": labels.MY_REACH,
    "born": labels.BORN,
}
OF_NEED = {"who_needs": None, "due": labels.DUE, "machine": labels.MACHINE, "other_need": labels.OTHER}
OF_CASE = {"case_number": None}
OF_MEMBER = {"name": None, "age": labels.AGE, "go_without": labels.GO_WITHOUT, "care": labels.CARE}
OF_OTHER = {
    "name": None,
    "from": labels.RELATION,
    "knows": labels.KNOWS,
    "their_category": labels.CHANGE_WHO,
    "their_wish": labels.CHANGE_WISH,
    "their_place": labels.CHANGE_PLACE,
}
OF_PAPER = {
    "state": None,
    "left_there": STATES["held_by_mission"],
    "lost_how": labels.LOST,
    "where": labels.WHERE,
    "number": labels.NUMBER,
    "expiry": labels.UNTIL,
}
OF_ZONE = {NUMBER: labels.NUMBER, NAME: labels.CHANGE_NAME, BIRTH: labels.BIRTH_DAY, EXPIRY: labels.UNTIL}
# Signs to go on, and ways to another answer: nothing that says more of a person than the answers do.
STEPS = (
    "begin",
    "safe_now",
    "message",
    "read_back",
    "consent",
    "check",
    "change",
    "still",
    "answer",
    "who",
    "well",
    "still_there",
    "link",
    "old_number",
    "about",
    "other_land",
    "keep_name",
    "keep_anyway",
)
ASKED = (ERASURE_TALK, PIN_TALK)
OF_LINES = (LINES, ODD, CHECK)
LISTS = ("documents", MEMBERS, "needs", "case_kinds", OTHERS)
ON_THE_WAY = ("more_members", "relation", "number_check", "calendar", "care_needed", "abroad")
# What another said in their own words is theirs: who holds the phone is not shown it.
OF_OTHERS_OWN = (WHOSE, *(ask.name for ask in OWN_WORD))
PASSING = frozenset((*OF_OTHERS_OWN, *STEPS, *ASKED, *OF_LINES, *LISTS, *ON_THE_WAY))

Labels = Mapping[str, Mapping[Value, Text]]
Line = tuple[Text, Part]


def summary(person: str, bodies: Iterable[Body], option_labels: Labels) -> tuple[Spoken, tuple[Line, ...]]:
    """All that these facts say of the person: a sentence, and then a label and a value for each thing."""
    said = tuple(bodies)
    standing = folded(Standing(person), said)
    words = sum(isinstance(body, MessageHeard | StaffReplied) for body in said)
    head = texts.K6_EXPORT(summary=Code(standing.ref) if standing.ref else labels.NOTHING)
    kept = sum(
        isinstance(body, AnswerGiven) and body.question == KEEP.name and body.value == "yes" for body in said
    )
    spoken = len({body.voice for body in said if isinstance(body, VoiceSent)})
    counts = ((labels.PHOTOS, kept), (labels.VOICES, spoken), (labels.MESSAGES, words))
    last = tuple(line for line in counts if line[1])
    about = (_answers, _papers, _cases, _members, _needs, _others)
    lines = (
        *(line for each in about for line in each(standing, option_labels)),
        *_zones(said),
        *_offers(standing),
    )
    return head, (*lines, *last)


def _answers(standing: Standing, option_labels: Labels) -> Iterator[Line]:
    for question, label in SHOWN.items():
        value = standing.known.get(question)
        if isinstance(value, tuple):
            picked = tuple(option_labels[question][each] for each in things(value))
            yield label, Listed(picked) if picked else labels.NONE
        elif value is not None and value != "skip":
            yield label, option_labels.get(question, {}).get(value, value)


def _papers(standing: Standing, option_labels: Labels, item: str = "") -> Iterator[Line]:
    """Their own papers, or those of one who would go along."""
    talk = PAPERS_TALK + item if item else PAPERS.name
    for document in DOCUMENTS:
        for question, label in OF_PAPER.items():
            value = standing.known.get(known_as(talk, f"documents.{document.key}.{question}"))
            if isinstance(value, str) and value != IN_ZONE and isinstance(document.label, Text):
                named: Part | None = option_labels.get(question, {}).get(value)
                yield label or document.label, named or Code(value.rpartition(":")[2])


def _members(standing: Standing, option_labels: Labels) -> Iterator[Line]:
    """Those who would go along: each by what they are to the person, and what was said of them."""
    for item in things(standing.known.get(MEMBERS)):
        related = standing.known.get(f"{MEMBERS}.{item}.relation")
        for question, label in OF_MEMBER.items():
            value = standing.known.get(f"{MEMBERS}.{item}.{question}")
            if value is not None and not isinstance(value, tuple):
                shown: Part = option_labels.get(question, {}).get(value, value)
                yield label or option_labels["relation"].get(related or "", labels.MY_PEOPLE), shown
        yield from _papers(standing, option_labels, item)


def _zones(bodies: Iterable[Body]) -> Iterator[Line]:
    """What the zones of papers say, and of each whether that was confirmed."""
    for kind, (confirmed, answers) in counted(bodies).items():
        yield KINDS[kind], labels.CONFIRMED if confirmed else labels.NOT_CONFIRMED
        for question, label in OF_ZONE.items():
            if question in answers:
                yield label, said_by(question, answers[question])


def _cases(standing: Standing, option_labels: Labels) -> Iterator[Line]:
    for case in CASES:
        number = standing.known.get(f"case_kinds.{case.key}.case_number")
        if isinstance(number, str) and isinstance(case.label, Text):
            yield case.label, option_labels["case_number"].get(number) or Code(number)


def _needs(standing: Standing, option_labels: Labels) -> Iterator[Line]:
    """Each need: of whom it is, and what was said of it."""
    needed = standing.known.get("needs") if standing.known.get("care_needed") != "no" else ()
    for need in things(needed):
        own = f"needs.{need}."
        who = tuple(option_labels["who_needs"][each] for each in things(standing.known.get(own + "who_needs")))
        yield option_labels["needs"][need], Listed(who) if who else labels.YES
        for question, label in OF_NEED.items():
            value = standing.known.get(own + question)
            if label and value is not None and not isinstance(value, tuple):
                yield label, option_labels[question].get(value, value)


def _others(standing: Standing, option_labels: Labels) -> Iterator[Line]:
    """Those of whom they told us: only what they said themselves."""
    for item in things(standing.known.get(OTHERS)):
        for question, label in OF_OTHER.items():
            value = standing.known.get(f"{OTHERS}.{item}.{question}")
            if value is not None and value != "skip" and not isinstance(value, tuple):
                shown: Part = option_labels.get(question, {}).get(value, value)
                yield label or labels.OTHER_PERSON, shown


def _offers(standing: Standing) -> Iterator[Line]:
    for offer in standing.offers.values():
        yield labels.OFFERED, offer.departs.astimezone(KABUL).date()

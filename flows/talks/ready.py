"""Whether a person is ready, and what is still missing, in words and never in codes (domain.md §1.6; §5.4, Y).

The centre concludes it; here it is only said. What holds a record for any other reason than to make sure who it is
stays with the staff.
"""

from collections.abc import Iterator
from datetime import date

from flows.conversation.options import Calls, Effect, Opens, Option, Reopens, Rests, Says
from flows.conversation.standing import ERASURE_TALK, FIRST_TALK, PAPERS_TALK, Standing
from flows.conversation.steps import End, Flow
from flows.facts import Assessed
from flows.talks import labels, texts
from flows.talks.family import called
from flows.talks.names import DOCUMENTS, GROUPS, REASONS
from flows.talks.papers import PAPERS, UNSURE
from flows.talks.people import MEMBERS, PEOPLE
from flows.talks.sharing import SHARING
from flows.talks.wish import HOME, WISH
from flows.texts import Listed, Part, Spoken, Text

READY = "ready"
OWN = ""
SOON = 2  # sentences below the first, so that a screen stays small
ASK_STAFF = Option("ask", labels.ASK_STAFF, Calls("E22", "P2"))
LATER = Option("later", labels.LATER, Says(texts.R9_LATER))
OK = Option("ok", labels.OK, Rests())
DELETE = Option("erasure", labels.DELETE_ME, Opens(ERASURE_TALK))
NAME = Reopens(("name", "check"), FIRST_TALK)

NOT_YET = ("NOT_READY", "UNCONFIRMED", "UNREACHABLE", "PARTY_BLOCKED", "OUT_OF_SCOPE")
# What is missing besides papers, and the talk that mends it.
ELSE: dict[str, tuple[Text, Effect | None]] = {
    "INTENT_STALE": (texts.NEED_WISH, Opens(WISH.name)),
    "INTENT_UNKNOWN": (texts.NEED_WISH, Opens(WISH.name)),
    "INTENT_NOT_BEFORE": (texts.NEED_DAY, Opens(WISH.name)),
    "NAME_UNKNOWN": (texts.NEED_NAME, NAME),
    "CONSENT_SHARE_MISSING": (texts.NEED_YES, Opens(SHARING.name)),
    "NO_CONTACT": (texts.NEED_WORD, None),
}
# What else became of a paper sounds as one of these.
ALIKE = {
    **dict.fromkeys(("DOC_TAKEN", "DOC_DESTROYED"), "DOC_LOST"),
    **dict.fromkeys(
        ("DOC_HELD_BY_MISSION", "DOC_WITH_OTHER_PERSON", "DOC_APPLIED_FOR", "DOC_UNKNOWN"), "DOC_MISSING"
    ),
}
PUT_OFF = (None, "later", UNSURE.key)


def concluded(standing: Standing) -> Assessed | None:
    """What is concluded of them, unless they said since that they would go without who held them back."""
    own = standing.ready.get(OWN)
    without = f"{MEMBERS}.{_blocking(own)}.go_without" if own and own.status == "PARTY_BLOCKED" else ""
    return None if standing.known.get(without) == "yes" else own


def short(standing: Standing) -> Text:
    """Whether they are ready, in a word."""
    own = concluded(standing)
    if own is None or own.status == "HOLD":
        return labels.READY_UNKNOWN
    if own.status == "READY":
        return labels.READY_YES
    return labels.READY_NOT_YET if own.status in NOT_YET else labels.NOTHING


def explains(standing: Standing) -> bool:
    """Whether there is anything to say of why."""
    return _end(standing) is not None


def ready(standing: Standing) -> Flow:
    """The talk that says why; once nothing is known any more, that nothing is asked for now."""
    return Flow(READY, (), end=_end(standing) or End(texts.Y5_ENOUGH, (HOME,)))


def filling(placeholder: str, standing: Standing) -> Part | None:
    """What a placeholder holds in the talk that says why, None where that is nothing of it."""
    own = standing.ready.get(OWN)
    if standing.talk != READY or own is None:
        return None
    match placeholder:
        case "list":
            return Listed(tuple(dict.fromkeys(noun for code in own.reasons if (noun := _noun(code)))))
        case "name":
            return called(standing.known, _blocking(own))
        case "who":
            return Listed(tuple(dict.fromkeys(GROUPS[code] for code in own.covered if code in GROUPS)))
    return None


def _end(standing: Standing) -> End | None:
    own = concluded(standing)
    match own.status if own else "":
        case "READY":
            return End(texts.Y1_READY, (HOME,), also=_aging(standing))
        case "NOT_READY" | "UNCONFIRMED" | "UNREACHABLE" if own and any(map(_noun, own.reasons)):
            fix = next((found for code in own.reasons if (found := _mends(code, standing))), None)
            now: tuple[Option, ...] = (Option("fix", labels.FIX_NOW, fix),) if fix else ()
            also = tuple(filter(None, (_sentence(code) for code in own.reasons)))[:SOON]
            return End(texts.Y2_MISSING, (*now, ASK_STAFF, LATER), 3, also=also)
        case "PARTY_BLOCKED" if own and _blocking(own):
            return End(
                texts.Y3_FAMILY, _of_family(_blocking(own)), 2, also=tuple(_theirs(standing, _blocking(own)))
            )
        case "OUT_OF_SCOPE" if own and own.covered:
            return End(texts.Y4_SCOPE, (OK, DELETE), 2)
        case "HOLD" if own and not {"HOLD:IDENTITY", "HOLD:DUPLICATE"}.isdisjoint(own.reasons):
            return End(texts.E11_NOTYOU, (OK,))
    return None


def _of_family(item: str) -> tuple[Option, ...]:
    change = Reopens((f"{MEMBERS}.{item}.go_without",), PEOPLE.name)
    return (
        Option("change", labels.CHANGE, change),
        ASK_STAFF,
        Option("fix", labels.FIX_NOW, Opens(PAPERS_TALK + item)),
    )


def _blocking(own: Assessed) -> str:
    """The first of those without whom they do not go who is not ready."""
    codes = (code.removeprefix("PARTY_").partition(":")[0] for code in own.reasons if code.startswith("PARTY_"))
    return next(codes, "")


def _noun(code: str) -> Text | None:
    """What is missing, as a thing."""
    kind, _, document = code.partition(":")
    if kind.startswith("DOC_"):
        return DOCUMENTS.get(document)
    return ELSE[kind][0] if kind in ELSE else None


def _mends(code: str, standing: Standing) -> Effect | None:
    """Where the person can mend it themselves; what staff must look at is no button."""
    kind, _, document = code.partition(":")
    if kind == "DOC_NOT_CHECKED":
        number = f"documents.{document}.number"
        return Reopens((number,), PAPERS.name) if standing.known.get(number) in PUT_OFF else None
    if kind.startswith("DOC_"):
        return Opens(PAPERS.name)
    return ELSE[kind][1] if kind in ELSE else None


def _sentence(code: str) -> Spoken | None:
    """One reason in words; what is said of a group or a name has a screen of its own."""
    kind, _, document = code.partition(":")
    text = REASONS.get(ALIKE.get(kind, kind))
    if text is None or (kind.startswith("DOC_") and document not in DOCUMENTS):
        return None
    match text.placeholders:
        case ():
            return text()
        case ("doc",):
            return text(doc=DOCUMENTS[document])
        case ("date",) if document:
            return text(date=date.fromisoformat(document))
    return None


def _theirs(standing: Standing, item: str) -> Iterator[Spoken]:
    """Why one of the family is not ready, as far as the person can do something about it."""
    of = standing.ready.get(item)
    if of and "DOC_MISSING:US_VISA" in of.reasons:
        yield texts.DOC_MISSING_ENTRY(name=called(standing.known, item))
    yield from _aging(standing)


def _aging(standing: Standing) -> tuple[Spoken, ...]:
    """Who of the family turns 21 soon."""
    soon = [item for item, of in standing.ready.items() if item and "AGING_OUT" in of.reasons]
    return tuple(texts.AGING_OUT(name=called(standing.known, item)) for item in soon[:1])

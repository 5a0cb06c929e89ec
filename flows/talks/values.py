"""What fills the placeholders of the texts, from what is known of a person."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from flows import claims
from flows.conversation.kind import GIVEN as MARK
from flows.conversation.kind import is_mark
from flows.conversation.kinds import DONE
from flows.conversation.options import Answers
from flows.conversation.standing import AWAY_TALK, OFFER_TALK, OTHERS_LEFT, WHO, Offer, Standing
from flows.conversation.steps import Flow
from flows.conversation.walk import Placed, things
from flows.facts import Value
from flows.places import KABUL
from flows.retention import Clocks
from flows.talks import labels, ready
from flows.talks.case_numbers import CASES
from flows.talks.differing import differing
from flows.talks.family import called, picked
from flows.talks.message import missing
from flows.talks.otherland import OWN_LAND
from flows.talks.paper_kinds import DOCUMENTS
from flows.talks.people import MEMBERS, PEOPLE
from flows.talks.texts import offers
from flows.talks.wish import MAY_GO
from flows.talks.zone import filling
from flows.texts import Code, Listed, Part, Text

ASKED_AGAIN_AFTER = {"STAY": 45, "UNDECIDED": 7}  # days, domain.md §2.1
NUMBERED = {option.key: option.label for option in (*DOCUMENTS, *CASES)}

# What first contact asks, in the order of a sentence.
FIELDS = {
    "name": labels.CHANGE_NAME,
    "category": labels.CHANGE_WHO,
    "count": labels.CHANGE_COUNT,
    "province": labels.CHANGE_PLACE,
    "country": labels.COUNTRY,
    "wish": labels.CHANGE_WISH,
}

OF_OFFER = ("date", "deadline", "names", "k", "route", "bag", "docs", "code", "place", "time")
ROUTES = {"AIR": labels.AIR, "LAND": labels.LAND}

# What is said in place of a value that is no longer remembered here.
GIVEN = {"name": labels.GIVEN_NAME, "count": labels.GIVEN_COUNT}
PAIR = ("a", "b")
NO_CONTACTS: Mapping[str, str] = {}

Labels = Mapping[str, Mapping[Value, Text]]


def option_labels(flows: Iterable[Flow]) -> Labels:
    """The label of each option, by question and key."""
    found: dict[str, dict[Value, Text]] = {}
    for flow in flows:
        for ask in flow.asks():
            options = [option for page in ask.kind.pages for option in page.options]
            own = {o.key: o.label for o in options if isinstance(o.label, Text) and o.key not in ("skip", DONE)}
            found.setdefault(ask.name, {}).update(own)
            for option in options:
                # What is answered from another question, as "later" to what holds someone back.
                if isinstance(option.does, Answers) and isinstance(option.label, Text):
                    found.setdefault(option.does.question, {}).setdefault(option.does.value, option.label)
    return found


def filled(
    known_labels: Labels,
    clocks: Clocks,
    handles: str = "",
    press: str = "",
    contacts: Mapping[str, str] = NO_CONTACTS,
) -> Callable[[str, Standing, Placed | None], Part]:
    """What a placeholder of this name holds for a person; a dash where nothing was said."""

    def value(name: str, standing: Standing, placed: Placed | None) -> Part:
        if (of_zone := filling(name, standing)) is not None:
            return of_zone
        if (missing_yet := ready.filling(name, standing)) is not None:
            return missing_yet
        if name in ("doc", "last4", "year"):
            return _of_paper(name, standing, placed)
        if name == "need":
            return known_labels["needs"][placed.item] if placed and placed.item else labels.NOTHING
        if name == "names" and standing.talk == PEOPLE.name:
            return _members(standing)
        if name == "name" and placed is not None and placed.name == WHO:
            # Nobody else is told who has written from this phone.
            return labels.SAME_PERSON
        if name == "name" and placed is not None and placed.name == OTHERS_LEFT:
            return labels.WHO_DIED
        if name == "name" and (of_family := _of_family(standing, placed)):
            return called(standing.known, of_family)
        if name == "name" and placed is not None and placed.item:
            own = placed.name.removesuffix(placed.ask.name)
            return _said(name, standing.known.get(own + name), known_labels)
        if name == "link" and placed is not None:
            return Code(claims.link(handles, standing.person, placed.item))
        if name == "phone_link":
            return Code(claims.link(handles, standing.person, kind=claims.PHONE))
        if name in OF_OFFER:
            return _of_offer(name, standing)
        if name == "ref":
            return Code(standing.ref) if standing.ref else labels.NOTHING
        if name == "days" and standing.locked:
            return clocks.asked.days
        if name == "days" and standing.talk == AWAY_TALK:
            return standing.away
        if name == "days":
            return ASKED_AGAIN_AFTER.get(str(standing.known.get("wish")), 45)
        if name in ("handles", "press"):
            return Code(press if name == "press" else handles)
        if name == "contact":
            return Code(contacts.get(str(standing.known.get(OWN_LAND)), ""))
        if name in PAIR:
            pair = differing(standing.known)
            return _counted(pair[PAIR.index(name)]) if pair else labels.NOTHING
        if name == "when":
            return labels.WHEN_UNKNOWN
        if name == "ready":
            return ready.short(standing)
        if name == "summary":
            return Listed(tuple(_read(standing, known_labels)))
        if name == "missing":
            return Listed(tuple(FIELDS[field] for field in missing(standing.known)))
        if name == "people":
            return _people(standing)
        return _said(name, standing.known.get(name), known_labels)

    return value


def _read(standing: Standing, known_labels: Labels) -> Iterator[Part]:
    """What first contact knows of a person so far."""
    for field in (field for field in FIELDS if field in standing.known):
        if field != "count":
            yield _said(field, standing.known[field], known_labels)
        elif MAY_GO.holds(standing.known) or "wish" not in standing.known:
            yield _counted(standing.known[field])


def _members(standing: Standing) -> Part:
    """Those who are listed, as far as their names are remembered."""
    names = [standing.known.get(f"{MEMBERS}.{item}.name") for item in things(standing.known.get(MEMBERS))]
    known = [str(name) for name in names if name is not None and not is_mark(name)]
    return ", ".join(known) if known else labels.GIVEN_NAME if names else labels.NOTHING


def _of_family(standing: Standing, placed: Placed | None) -> str:
    """The one of the family whom a question, or the end of a talk about them, is about, "" if it is none."""
    if placed is None:
        return picked(standing)
    return placed.name.split(".")[1] if placed.name.startswith(f"{MEMBERS}.") else ""


def _people(standing: Standing) -> Part:
    """How many would go, in words; of who is not asked that, or no longer, nothing is said."""
    return _counted(standing.known.get("count") if MAY_GO.holds(standing.known) else None)


def _counted(count: Value | None) -> Part:
    return labels.PEOPLE(count=count) if isinstance(count, int) else _said("count", count, {})


def _said(name: str, value: Value | None, known_labels: Labels) -> Part:
    if value is None or value == "skip" or isinstance(value, tuple):
        return labels.NOTHING
    if is_mark(value):
        return GIVEN.get(name, labels.GIVEN)
    return known_labels.get(name, {}).get(value, value)


def _of_paper(name: str, standing: Standing, placed: Placed | None) -> Part:
    if placed is None:
        return labels.NOTHING
    if name == "doc":
        return NUMBERED[placed.item] if placed.item else labels.PHONE
    if name == "last4":
        number = standing.answers.get(standing.talk, {}).get(placed.name) or standing.known.get(placed.name, "")
        return labels.GIVEN if is_mark(number) else Code(str(number).rpartition(":")[2][-4:])
    expiry = standing.answers.get(standing.talk, {}).get(f"documents.{placed.item}.expiry", "")
    if is_mark(expiry):
        return labels.GIVEN_YEAR
    year = str(expiry).partition(":")[2].partition("-")[0]
    return int(year) if year.isdecimal() else labels.NOTHING


def _of_offer(name: str, standing: Standing) -> Part:
    offer = _open_offer(standing)
    if offer is None:
        return labels.NOTHING
    match name:
        case "date":
            return offer.departs.astimezone(KABUL).date()
        case "deadline":
            return offer.answer_by
        case "k":
            return offer.place
        case "route":
            return ROUTES.get(offer.route, labels.NOTHING)
        case "bag":
            return offers.BAGS(count=offer.bags) if offer.bags else offers.NO_BAGS
        case "docs":
            return _to_bring(standing)
        case "code":
            return Code(offer.code) if offer.code else labels.NOTHING
        case "place":
            return offer.rally or labels.NOTHING
        case "time":
            return offer.gathers or labels.NOTHING
    name_known = standing.known.get("name")
    return labels.YOU if name_known in (None, "skip", MARK) else str(name_known)


def _to_bring(standing: Standing) -> Part:
    """The papers that they said they hold; whoever named none brings all that they have."""
    held = (
        NUMBERED[item]
        for item in things(standing.known.get("documents"))
        if item in NUMBERED and standing.known.get(f"documents.{item}.state") == "held"
    )
    named = tuple(held)
    return Listed(named) if named else labels.ALL_PAPERS


def _open_offer(standing: Standing) -> Offer | None:
    return standing.offers.get(standing.talk.removeprefix(OFFER_TALK))

"""The talks of Hamrah, put together into the house that turns are taken in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial

from flows import claims
from flows.conversation.house import House, Sayings
from flows.conversation.standing import (
    FIRST_TALK,
    OFFER_TALK,
    PAPERS_TALK,
    PHOTO_TALK,
    PIN_TALK,
    ZONE_TALK,
    Standing,
)
from flows.conversation.steps import Ask, Flow, said
from flows.conversation.walk import Placed, stands_at, things
from flows.facts import AnswerGiven, Body, ReferenceGiven
from flows.ports import Lexicon
from flows.retention import USUAL, Clocks
from flows.talks import labels, texts
from flows.talks.alarms import (
    ALARMS,
    CALLED,
    CASE,
    DIFFERING,
    MATTERS,
    NONE,
    OTHER_PHONE,
    case_talk,
    of_deployment,
)
from flows.talks.anywhere import ANYWHERE
from flows.talks.away import RESUME, VERY_LONG, away
from flows.talks.calling import CALLING, calling
from flows.talks.case_numbers import CASE_NUMBERS
from flows.talks.contact import CONTACT
from flows.talks.erasure import ERASURE, erasure
from flows.talks.family import FAMILY, family, papers_of
from flows.talks.leading import leads
from flows.talks.lines import zoned
from flows.talks.matters import matter
from flows.talks.message import told, wants
from flows.talks.needs import TOGETHER as NEEDS
from flows.talks.needs import needs
from flows.talks.offer import ANSWER, WHY, offer, withdrawn
from flows.talks.otherland import with_lands
from flows.talks.others import SPEAKS
from flows.talks.papers import PAPERS
from flows.talks.people import MEMBERS, PEOPLE
from flows.talks.phones import NUMBER, PHONE
from flows.talks.photo import KEEP as KEEP_PHOTO
from flows.talks.photo import photo
from flows.talks.pin import ASKS, BLANK, PIN, SHUT, pin
from flows.talks.proof import PROOF, proof
from flows.talks.reach import REACH
from flows.talks.reading import READING, beside
from flows.talks.ready import READY, explains, ready
from flows.talks.reference import reference
from flows.talks.registration import REGISTRATION, guessed, with_drafts
from flows.talks.resting import EXPLAINED, HOME_MENU, HOME_OF_FAMILY, LANGUAGE, LOST, MORE_MENU, STATUS
from flows.talks.safety import NOTES, SAFETY
from flows.talks.sharing import SHARING
from flows.talks.trip import ON_THE_WAY
from flows.talks.values import NO_CONTACTS, filled, option_labels
from flows.talks.view import VIEW
from flows.talks.well import PLACE, WELL, well
from flows.talks.wish import DISPUTE, WISH, wish
from flows.talks.zone import KINDS as ZONED
from flows.talks.zone import STEPS as OF_ZONE
from flows.talks.zone import decided, zone

FLOWS = (
    REGISTRATION,
    WISH,
    PAPERS,
    PEOPLE,
    NEEDS,
    CONTACT,
    CASE_NUMBERS,
    REACH,
    HOME_MENU,
    MORE_MENU,
    STATUS,
    CALLING,
    CASE,
    LOST,
    LANGUAGE,
    READING,
    WHY,
    ERASURE,
    VIEW,
    SAFETY,
    NOTES,
    PROOF,
    SHARING,
    PIN,
    ASKS,
    SHUT,
    BLANK,
    RESUME,
    VERY_LONG,
    WELL,
    SPEAKS,
    DISPUTE,
    PHONE,
    NUMBER,
)
BY_NAME = {flow.name: flow for flow in FLOWS}
OF_CASES = (CALLED, DIFFERING, OTHER_PHONE)
# Of talks of which there is one for each offer, photo, zone, family or kind of case.
OTHERS = (
    ANSWER,
    *family({}, {}).asks(),
    *ON_THE_WAY,
    KEEP_PHOTO,
    *(step for step in OF_ZONE if isinstance(step, Ask)),
    *(
        ask
        for flow in (*ALARMS.values(), *MATTERS.values(), CALLED, DIFFERING, OTHER_PHONE)
        for ask in flow.asks()
    ),
)

SAYINGS = Sayings(
    pick=texts.PICK,
    old_button=texts.X7_OLDBTN,
    long=texts.X4_LONG,
    photo=texts.D6_NOPHOTO,
    voice=texts.H3_VOICE,
    voice_kept=texts.H16_GOT,
    voice_first=texts.X9_FIRST,
    video=texts.X11_VIDEO,
    file=texts.X5_FILE,
    unwanted=texts.X10_NEVER,
    enough=texts.Y5_ENOUGH,
    note=texts.C1_NOTE,
    sent=texts.C2_SENT,
    back=texts.C3_BACK,
    put_off=texts.R9_LATER,
    read=labels.READ,
    hide=labels.HIDE,
    later=labels.LATER,
    weak=texts.M3_OFFLINE,
    busy=texts.X6_BUSY,
    retry=texts.X1_RETRY,
    push=texts.O1_PUSH,
    urgent=texts.O1_URGENT,
    remind=texts.O1_REMIND,
    noticed=texts.C6_NOTICED,
    again=texts.C4_AGAIN,
    gap=texts.C5_GAP,
    go_on=labels.GO_ON,
    pin_first=texts.K4_FIRST,
    wrong_pin=texts.K4_WRONG,
    wiped=texts.K2_WIPE,
    done=labels.DONE,
)


def talks_with(drafts: Iterable[str], handles: str = "", lands: Iterable[str] = ()) -> tuple[Flow, ...]:
    """The talks, where also these languages may be chosen, and the names by which we write are published.

    lands: other lands whose contacts are known.
    """
    also, known = tuple(drafts), tuple(lands)
    flows = tuple(with_drafts(flow, also) for flow in FLOWS) if also else FLOWS
    if known:
        flows = tuple(with_lands(flow, known) if flow.name == REGISTRATION.name else flow for flow in flows)
    return tuple(proof(handles) if flow.name == PROOF.name else flow for flow in flows)


def talk(
    name: str,
    standing: Standing,
    now: datetime,
    named: Mapping[str, Flow] = BY_NAME,
    own: Mapping[str, Flow] = NONE,
) -> Flow | None:
    """The talk of this name; there is one for each offer that the person has. own: the deployment's, by code."""
    if name.startswith(OFFER_TALK):
        of = standing.offers.get(name.removeprefix(OFFER_TALK))
        return offer(of, now) if of else None
    if name.startswith(PHOTO_TALK):
        came = name.removeprefix(PHOTO_TALK)
        return photo(came) if came in standing.photos else None
    if name.startswith(ZONE_TALK):
        kind = name.removeprefix(ZONE_TALK)
        return zone(kind) if kind in ZONED and name in standing.answers else None
    if name.startswith(PAPERS_TALK):
        item = name.removeprefix(PAPERS_TALK)
        return papers_of(item) if item in things(standing.known.get(MEMBERS)) else None
    if name == FAMILY:
        return family(standing.known, standing.answers.get(name, {}))
    if name == HOME_MENU.name and things(standing.known.get(MEMBERS)):
        return HOME_OF_FAMILY
    if name == CASE.name:
        return case_talk(standing, own)
    if name == CALLING.name:
        return calling(standing, now)
    if name == WISH.name:
        return wish(standing.known, standing.answers.get(name, {}), PLACE)
    if name == NEEDS.name:
        return needs(standing.known)
    if name == ERASURE.name:
        return erasure(standing.answers.get(name, {}))
    if name == PIN_TALK:
        return pin(standing.pin, standing.answers.get(name, {}))
    if name == READY:
        return ready(standing)
    if name == STATUS.name and explains(standing):
        return EXPLAINED
    if name == VERY_LONG.name:
        return away(standing)
    if name == WELL.name:
        return well(standing.known)
    return named.get(name)


def concludes(standing: Standing, now: datetime, registration: Flow = REGISTRATION) -> tuple[Body, ...]:
    """What follows of itself: the number of a record, a paper by its zone, and that who stays needs no seat."""
    return (*_numbered(standing, registration), *decided(standing), *withdrawn(standing, now))


def _numbered(standing: Standing, registration: Flow) -> tuple[Body, ...]:
    """Whoever came to the end of registration is given the number of their record, once."""
    answers = standing.answers.get(registration.name, {})
    if standing.ref or standing.talk != registration.name or answers.get("check") != "yes":
        return ()
    if isinstance(stands_at(registration, answers), Placed):
        return ()
    return (ReferenceGiven(reference(standing.person)),)


def opened(text: str) -> tuple[Body, ...]:
    """That the link was opened by which a person says who they are; () if these words are no link."""
    kind, token = claims.opened(text)
    return (AnswerGiven(FIRST_TALK, kind, token),) if token else ()


def house(
    lexicon: Lexicon,
    clocks: Clocks = USUAL,
    drafts: Iterable[str] = (),
    handles: str = "",
    *,
    duress: bool = False,
    press: str = "",
    contacts: Mapping[str, str] = NO_CONTACTS,
) -> House:
    """The house with all its talks, reading labels by this lexicon, for a deployment that keeps these clocks.

    drafts: the languages that may be chosen although they are not fully translated; handles: the names by which
    it writes to people, as published; duress: whether a PIN with one more in its last digit shows an empty
    account, and tells the staff; press: where the press can write to; contacts: of other lands, by their codes.
    """
    named = {flow.name: flow for flow in talks_with(drafts, handles, contacts)}
    return House(
        talk=partial(talk, named=named, own=of_deployment(press, contacts)),
        value=filled(option_labels(named.values()), clocks, handles, press, contacts),
        guessed=guessed,
        told=told,
        zoned=zoned,
        wants=wants,
        opened=opened,
        concludes=partial(concludes, registration=named[REGISTRATION.name]),
        matter=matter,
        leads=leads,
        beside=beside,
        anywhere=ANYWHERE,
        lexicon=lexicon,
        sayings=SAYINGS,
        agreed=(said("consent", "yes"),),
        erased_after=clocks.asked,
        duress=duress,
        short=texts.SHORT,
        kinds={ask.name: ask.kind for asks in (*(flow.asks() for flow in named.values()), OTHERS) for ask in asks},
    )

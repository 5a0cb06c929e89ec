"""First contact: safe, agreed, and six steps; after the third there is a usable record (domain.md §1.2)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from flows.conversation.beyond import MESSAGE
from flows.conversation.kinds import Choice, Count, Typed
from flows.conversation.options import Answers, Leads, Opens, Option, Page, Reopens, Says, Turns
from flows.conversation.steps import Ask, End, Flow, Step, Stop, said
from flows.places import OUTSIDE, PROVINCES
from flows.talks import labels, texts
from flows.talks.message import ONE_MESSAGE, READ_BACK
from flows.talks.safety import WIPE
from flows.talks.wish import COUNTRY, LEAVES, MAY_GO, SKIP, WANTS
from flows.words import fold

LANGUAGES = (
    Option("fa-AF", labels.DARI, also=frozenset({"dari", "farsi", "فارسی"})),
    Option("ps", labels.PASHTO, also=frozenset({"pashto", "pashtu"})),
    Option("en", labels.ENGLISH),
)
# Not fully translated: to be chosen only where a deployment says so.
DRAFTS = {"uz": Option("uz", labels.UZBEK, also=frozenset({"uzbek", "uzbeki", "ozbek", "ازبکی", "اوزبیکی"}))}
YES_OR_NO = (Option("yes", labels.YES), Option("no", labels.NO))
MORE = Option("more", labels.MORE, Turns(1))
GO_ON = frozenset(map(fold, ("yes, go on", "بلی، ادامه", "هو، دوام")))
AT_ONCE = frozenset(map(fold, ("one message", "در یک پیام", "په یوه پیغام کې")))
AGREES, REFUSES = (("consent", "yes"),), (("consent", "no"),)
BEGINS_OR_NOT = (
    Option("go_on", labels.YES, also=GO_ON, besides=AGREES),
    Option("no", labels.NO, besides=REFUSES),
)
# The language is guessed where the phone tells it, and changed by one tap.
BEGINNINGS = (
    *BEGINS_OR_NOT,
    MORE,
    *(Option(f"in_{each.key}", each.label, Answers("language", each.key), each.also) for each in LANGUAGES),
    Option(MESSAGE, labels.ONE_MESSAGE, also=AT_ONCE, besides=AGREES),
    Option("reader", labels.HELP_READING, Opens("reading")),
)
# What would make the first screen longer than a kilobyte stands behind "More".
FURTHER = (*BEGINS_OR_NOT, Option("later", labels.NOT_NOW), WIPE)
SAFE_AGAIN = Page(
    (
        Option("go_on", labels.GO_ON, Reopens(("begin",))),
        Option("later", labels.NOT_NOW, Says(texts.R9_LATER)),
        WIPE,
    ),
    3,
)
YES_OR_CHANGE = (Option("yes", labels.YES), Option("change", labels.CHANGE))

CATEGORIES = (
    Page(
        (
            Option("USC", labels.USC),
            Option("LPR", labels.LPR),
            Option("IF_USC", labels.IF_USC),
            Option("SIV", labels.SIV),
            MORE,
            Option("UNSURE", labels.UNSURE),
        )
    ),
    Page(
        (
            Option("IF_SM", labels.IF_SM),
            Option("P1P2", labels.P1P2),
            Option("IV_PEND", labels.IV_PEND),
            Option("ALLY_NAT", labels.ALLY_NAT),
            Option("OTHER_AFG", labels.OTHER_AFG),
            Option("back", labels.BACK, Turns(0)),
        ),
        text=texts.R2_CAT2,
    ),
)
COUNTS = (
    *(Option(str(count), count) for count in range(1, 7)),
    Option("7+", labels.SEVEN_OR_MORE, Says(texts.X2_NUM)),
)


def name(typed: str, item: str) -> str | None:
    """A name in any script, kept as typed: one line of at most 120 characters with a letter in it."""
    written = " ".join(typed.split())
    named = any(sign.isalpha() for sign in written) and "\n" not in typed.strip()
    return written if named and len(written) <= 120 else None


def provinces(columns: int = 2, size: int = 12) -> tuple[Page, ...]:
    """The provinces, most likely first, a screen at a time, with the way on and Skip below."""
    places = [Option(p.code, p.label, also=frozenset(map(fold, p.variants))) for p in (*PROVINCES, OUTSIDE)]
    screens = [tuple(places[at : at + size]) for at in range(0, len(places), size)]
    after = [(page + 1) % len(screens) for page in range(len(screens))]
    ways = [(Option(f"more{page}", labels.MORE, Turns(page)), SKIP) for page in after]
    return tuple(Page((*screen, *way), columns) for screen, way in zip(screens, ways, strict=True))


def guessed(hint: str) -> str:
    """The language of a client that is set to one of the country's; `fa` means Dari here (domain.md §6.1).

    One that is set to English may be so for want of another: the first screen names each language in itself.
    """
    return {"fa": "fa-AF", "prs": "fa-AF", "ps": "ps", "en": "en"}.get(hint.partition("-")[0].lower(), "")


def with_drafts(flow: Flow, drafts: Iterable[str]) -> Flow:
    """The flow, in which also these languages may be chosen where it asks for one."""
    kind = Choice((Page((*LANGUAGES, *(DRAFTS[each] for each in drafts))),), texts.PICK)
    return replace(flow, steps=tuple(replace(s, kind=kind) if _of_language(s) else s for s in flow.steps))


def _of_language(step: Step) -> TypeGuard[Ask]:
    return isinstance(step, Ask) and step.name == "language"


def reopens(question: str) -> Reopens:
    """The question is asked again, and the check after it."""
    return Reopens((question, "check", "change"))


TO_CHANGE = (
    Option("name", labels.CHANGE_NAME, reopens("name")),
    Option("category", labels.CHANGE_WHO, reopens("category")),
    Option("count", labels.CHANGE_COUNT, reopens("count")),
    Option("province", labels.CHANGE_PLACE, reopens("province")),
    Option("wish", labels.CHANGE_WISH, reopens("wish")),
    Option("back", labels.BACK, Reopens(("check",))),
)

CONSENT = Ask(
    "consent",
    texts.S4_CONSENT,
    Choice((Page((*YES_OR_NO, MORE), 3), Page(YES_OR_NO, 2, texts.S4_MORE)), texts.PICK),
    final=True,
)

FIRST = (
    Ask("language", texts.S1_LANG, Choice((Page(LANGUAGES),), texts.PICK)),
    # Three screens of domain.md §5.4 in one: each round trip is dear on a weak link. A Yes to it is the consent.
    Ask(
        "begin",
        texts.S4_CONSENT,
        Choice((Page(BEGINNINGS, 3), Page(FURTHER, 2, texts.S4_MORE)), texts.PICK),
        lead=texts.S2_HELLO,
        final=True,
    ),
    # For whom it was not safe, whenever they come back.
    Ask(
        "safe_now",
        texts.S3_SAFE,
        Choice((SAFE_AGAIN,), texts.PICK),
        when=(said("begin", "later"),),
        lead=texts.R9_LATER,
    ),
    CONSENT,
    Stop(
        said("consent", "no"),
        End(texts.S4_NO, (Option("again", labels.START_AGAIN, Reopens(("consent",))),)),
        forgets=True,
    ),
)

NAME = Ask("name", texts.R5_NAME, Typed((Page((SKIP,)),), texts.TOO_LONG_NAME, name, samples=("Ali",)))

STEPS = (
    ONE_MESSAGE,
    READ_BACK,
    Ask(
        "for_whom",
        texts.R1_WHO,
        Choice(
            (
                Page(
                    (
                        Option("self", labels.ME),
                        Option("family", labels.FAMILY),
                        Option("other", labels.OTHER_PERSON, Opens("others")),
                        Option("number", labels.HAVE_NUMBER, Opens("number")),
                    )
                ),
            ),
            texts.PICK,
        ),
    ),
    Ask("category", texts.R2_CAT, Choice(CATEGORIES, texts.PICK)),
    Ask("wish", texts.R3_WISH, WANTS, changed=texts.I3_SAVED),
    COUNTRY,
    Ask(
        "count",
        texts.R4_COUNT,
        Count((Page(COUNTS, 4),), texts.X2_NUM),
        when=(MAY_GO,),
    ),
    NAME,
    Ask(
        "province",
        texts.R6_PLACE,
        Choice(provinces(), texts.PICK),
        when=(said("wish", *LEAVES, "UNDECIDED", "STAY"),),
    ),
    Ask("check", texts.R7_CHECK, Choice((Page(YES_OR_CHANGE, 2),), texts.PICK), protects=True),
    Ask("change", texts.R7_CHANGE, Choice((Page(TO_CHANGE),), texts.PICK), when=(said("check", "change"),)),
)

REGISTRATION = Flow(
    "registration",
    (*FIRST, *STEPS),
    end=End(
        texts.R8_DONE,
        (Option("more", labels.ADD_MORE, Leads()), Option("later", labels.LATER, Says(texts.R9_LATER))),
        2,
        protects=True,
        also=(texts.S2_FREE(),),
    ),
    lasts=tuple(step.name for step in STEPS),
)

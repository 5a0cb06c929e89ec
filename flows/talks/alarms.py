"""What is said at once to who needs a person, by the code of their case (domain.md §5.4, E)."""

from collections.abc import Iterable, Mapping

from flows.cases.triage import IN_DANGER
from flows.conversation.kind import GIVEN
from flows.conversation.kinds import Choice, Typed
from flows.conversation.options import Option, Page, Rests
from flows.conversation.standing import (
    CALLS_TALK,
    CASE_TALK,
    OTHERS_LEFT,
    SAFE_TO_WRITE,
    WHO_DIED,
    ZONE_TALK,
    Standing,
)
from flows.conversation.steps import Ask, End, Flow
from flows.talks import labels, texts
from flows.talks.differing import differing, mismatch
from flows.talks.matters import gone, takes_part
from flows.talks.names import RELATIONS
from flows.talks.otherland import of_another_land
from flows.talks.people import ASKED, SURE
from flows.talks.safety import WIPE
from flows.texts import Text

ADD = Option("add", labels.ADD, Rests())
CASE = Flow(CASE_TALK, (), end=End(texts.E0_HUMAN, (ADD, WIPE), 2))


def _heard(typed: str, item: str) -> str:
    """Any words answer: the staff read them, and the talk only that they were said."""
    return GIVEN


def _alarm(name: str, text: Text, *options: Option) -> Flow:
    """The words of one code, which any words or one of these options answer."""
    return Flow(CASE_TALK, (_asks(name, text, *options),), end=CASE.end)


def _asks(name: str, text: Text, *options: Option) -> Ask:
    return Ask(name, text, Typed((Page(options, 2),), texts.PICK, _heard, samples=(GIVEN,)))


NONE: Mapping[str, Flow] = {}
WRITE = Option("write", labels.WRITE)
SAFE = Option("yes", labels.SAFE_TO_WRITE)
SKIP = Option("skip", labels.SKIP)

# Of these the words are true only if the staff were told. Other codes wait until what their words promise is done.
ALARMS: Mapping[str, Flow] = {
    "E01": _alarm(
        "ill",
        texts.E1_MEDICAL,
        Option("self", labels.ILL_ME),
        Option("child", labels.ILL_CHILD),
        Option("other", labels.ILL_OTHER),
    ),
    # Only this answer says that it is safe: until then nothing lights up their screen.
    IN_DANGER.code: Flow(
        CASE_TALK,
        (Ask(SAFE_TO_WRITE, texts.E2_DANGER, Choice((Page((SAFE, WIPE), 2),), texts.PICK)),),
        end=CASE.end,
    ),
    "E03": _alarm("held_by", texts.E3_HELD, WRITE, WIPE),
    "E04": _alarm("child_alone", texts.E4_CHILD, WRITE, Option("call", labels.CALL_ME)),
    "E05": _alarm(
        "private_talk",
        texts.E19_FORCE,
        Option("write", labels.YES_WRITE),
        Option("call", labels.CALL),
        Option("no", labels.NOT_NOW),
    ),
    # Who it was is for the staff, who alone can stop the notes of that person.
    "E08": Flow(
        CASE_TALK,
        (
            _asks(WHO_DIED, texts.E18_WHO, *(Option(key, RELATIONS[key]) for key in ASKED)),
            _asks(OTHERS_LEFT, texts.E18_DEATH, Option("yes", labels.YES), Option("no", labels.NOT_NOW)),
        ),
        end=CASE.end,
    ),
    "E09": _alarm("apart", texts.E7_SPLIT, WRITE, SKIP),
    "E11": _alarm("who_asked", texts.E12_MONEY, WRITE, SKIP),
}

# Only of who has another phone that is theirs: its notes are stopped as the centre hears of it.
OTHER_PHONE = _alarm("phone_told", texts.E5_PHONE, WRITE)
COPY = (Option("yes", labels.HAVE_COPY), Option("no", labels.NO_COPY))
# What these say holds whether or not the staff could be told.
MATTERS: Mapping[str, Flow] = {
    "E10": _alarm(
        "stops",
        texts.E15_ROAD,
        Option("check_post", labels.CHECK_POST),
        Option("no_car", labels.NO_CAR),
        Option("not_safe", labels.NOT_SAFE),
        Option("health", labels.WHY_HEALTH),
        Option("other", labels.OTHER),
    ),
    "E15": Flow(CASE_TALK, (), end=End(texts.E20_LATE_NO, (Option("ok", labels.OK, Rests()), WIPE), 2)),
    # No detail: it would help an impostor (domain.md §1.6).
    "E12": Flow(CASE_TALK, (), end=End(texts.E11_NOTYOU, (Option("ok", labels.OK, Rests()),))),
    "E18": Flow(CASE_TALK, (), end=End(texts.E9_DIGITS, (Option("ok", labels.OK, Rests()),))),
    "E13": _alarm("copy", texts.E6_PASSPORT, *COPY),
    "E19": _alarm("another_phone", texts.E10_DOUBLE, *SURE.options),
}
# Where nothing that they said says that a passport is gone, it is not said that it was marked.
CALLED = _alarm("copy", texts.E6_CALLED, *COPY)
DIFFERING = mismatch((1, 2), CASE.end)  # stands for those of other numbers
PRESS = Flow(CASE_TALK, (), end=End(texts.E16_MEDIA, (Option("ok", labels.OK, Rests()),)))


def of_deployment(press: str, lands: Iterable[str]) -> Mapping[str, Flow]:
    """The talks of codes whose words a deployment must have: a contact for the press, and those of other lands."""
    asked = tuple(lands)
    press_talk = {"E24": PRESS} if press else {}
    return {**press_talk, **({"E17": of_another_land(asked, CASE.end)} if asked else {})}


def _from_a_zone(standing: Standing) -> bool:
    """Whether the lines of a paper led to it, and no call of theirs."""
    led = [talk for talk in standing.talks if talk == CALLS_TALK or talk.startswith(ZONE_TALK)]
    return bool(led) and led[-1] != CALLS_TALK


def case_talk(standing: Standing, own: Mapping[str, Flow] = NONE) -> Flow:
    """The talk of the open case; where the staff could not be told, or have the floor, only that they read it.

    It is shown without the PIN of who has one, so of those nothing stands in it that they said.
    """
    code = standing.code
    if standing.claimed or (code == "E15" and takes_part(standing)):
        return CASE
    if code == "E13" and not tuple(gone(standing.known)):
        return CALLED
    if code == "E18" and not _from_a_zone(standing):
        pair = differing(standing.known)
        return mismatch(pair, CASE.end) if pair and not standing.pin else CASE
    if code == "E06" and standing.linked and standing.told:
        return OTHER_PHONE
    if code == "E17" and standing.pin:
        return CASE
    words = {**ALARMS, **MATTERS} if standing.told else MATTERS
    return own.get(code) or words.get(code, CASE)

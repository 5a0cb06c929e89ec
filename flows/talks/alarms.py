"""What is said at once to who needs a person, by the code of their case (domain.md §5.4, E)."""

from collections.abc import Mapping

from flows.cases.triage import IN_DANGER
from flows.conversation.kind import GIVEN
from flows.conversation.kinds import Choice, Typed
from flows.conversation.options import Option, Page, Rests
from flows.conversation.standing import CASE_TALK, SAFE_TO_WRITE, Standing
from flows.conversation.steps import Ask, End, Flow
from flows.talks import labels, texts
from flows.talks.names import RELATIONS
from flows.talks.safety import WIPE
from flows.texts import Text

ADD = Option("add", labels.ADD, Rests())
CASE = Flow(CASE_TALK, (), end=End(texts.E0_HUMAN, (ADD, WIPE), 2))


def _heard(typed: str, item: str) -> str:
    """Any words answer: the staff read them, and the talk only that they were said."""
    return GIVEN


def _alarm(name: str, text: Text, *options: Option) -> Flow:
    """The words of one code, which any words or one of these options answer."""
    kind = Typed((Page(options, 2),), texts.PICK, _heard, samples=(GIVEN,))
    return Flow(CASE_TALK, (Ask(name, text, kind),), end=CASE.end)


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
        Option("other", RELATIONS["other"]),
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
    "E09": _alarm("apart", texts.E7_SPLIT, WRITE, SKIP),
    "E11": _alarm("who_asked", texts.E12_MONEY, WRITE, SKIP),
}

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
    "E13": _alarm("copy", texts.E6_PASSPORT, Option("yes", labels.HAVE_COPY), Option("no", labels.NO_COPY)),
}


def case_talk(standing: Standing) -> Flow:
    """The talk of the open case; where the staff could not be told, or have the floor, only that they read it."""
    if standing.claimed:
        return CASE
    words = {**ALARMS, **MATTERS} if standing.told else MATTERS
    return words.get(standing.code, CASE)

"""The talks as people read them: listed, proved, and drawn for translators."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.settings import Unset
from bot.speech import DRAFTS, Speech
from flows.conversation.drawing import mermaid, storyboard
from flows.conversation.kinds import DONE
from flows.conversation.proofs import faults
from flows.conversation.standing import Offer, Stage, Standing
from flows.conversation.steps import Flow
from flows.facts import Assessed, Value
from flows.talks.alarms import ALARMS, CALLED, DIFFERING, MATTERS, OTHER_PHONE, PRESS
from flows.talks.calling import ON_THE_LAST_DAY
from flows.talks.family import WHOSE, family, papers_of
from flows.talks.offer import offer
from flows.talks.people import MEMBERS
from flows.talks.photo import photo
from flows.talks.ready import ready
from flows.talks.resting import EXPLAINED, HOME_OF_FAMILY
from flows.talks.talks import FLOWS
from flows.talks.zone import zone
from flows.texts import Text

ANY = datetime(2021, 11, 18, tzinfo=UTC)
# There is one talk for each offer, photo, zone, family, one of it and kind of case; these stand for all of them.
ITEM = "0f1e2d3c"
LISTED: dict[str, Value] = {
    MEMBERS: (ITEM, DONE),
    f"{MEMBERS}.{ITEM}.name": "Laila",
    f"{MEMBERS}.{ITEM}.age": "21+",
    f"{MEMBERS}.{ITEM}.relation": "spouse",
}
OF_FAMILY = (HOME_OF_FAMILY, family(LISTED, {WHOSE: ITEM}), papers_of(ITEM))
OFFERS = tuple(offer(Offer("W-0000", "AIR", ANY, ANY, stage=stage), ANY) for stage in Stage)
# What is said of readiness, a status after another.
ASSESSED = (
    Assessed("READY", (), "", ""),
    Assessed("NOT_READY", ("DOC_EXPIRED:US_PPT", "INTENT_NOT_BEFORE:2021-11-30"), "", ""),
    Assessed("UNCONFIRMED", ("INTENT_STALE", "NAME_UNKNOWN"), "", ""),
    Assessed("UNREACHABLE", ("NO_CONTACT", "CONSENT_SHARE_MISSING"), "", ""),
    Assessed("NOT_READY", ("DOC_MISSING:US_GC", "DOC_LOST:US_PPT"), "", ""),
    Assessed("NOT_READY", ("DOC_NOT_CHECKED:AF_PPT",), "", ""),
    Assessed("PARTY_BLOCKED", (f"PARTY_{ITEM}:NOT_READY",), "", ""),
    Assessed("OUT_OF_SCOPE", ("CAT_NOT_COVERED:P2",), "", "", covered=("USC", "LPR")),
    Assessed("HOLD", ("HOLD:IDENTITY",), "", ""),
)
OF_ITEM = Assessed("NOT_READY", ("DOC_MISSING:US_VISA", "AGING_OUT"), "", "", ITEM)
OF_READINESS = (EXPLAINED, *(ready(Standing("p", known=LISTED, ready={"": of, ITEM: OF_ITEM})) for of in ASSESSED))
OF_CASES = (CALLED, OTHER_PHONE, DIFFERING, PRESS, ON_THE_LAST_DAY)
TALKS = (
    *FLOWS,
    *OFFERS,
    photo("0000"),
    zone("AF_PPT"),
    *OF_FAMILY,
    *OF_READINESS,
    *ALARMS.values(),
    *MATTERS.values(),
    *OF_CASES,
)


def listed() -> int:
    """Print each talk with its questions."""
    for flow in TALKS:
        questions = ", ".join(ask.name for ask in flow.asks())
        typer.echo(f"{flow.name:<14}{questions or '(asks nothing)'}")
    return 0


def prove() -> int:
    """Print what is wrong with the talks; 1 if anything is."""
    found = faults(TALKS)
    for fault in found:
        typer.echo(fault)
    if not found:
        typer.echo(f"{len(TALKS)} talks hold: every way through ends.")
    return 1 if found else 0


def draw(language: str, out: Path | None) -> int:
    """Print every talk as a diagram and as screens, or write one file a talk; 1 if a proof fails."""
    speech = Speech(drafts=DRAFTS)
    if language not in speech.languages:
        raise Unset(f"there is no language {language!r}: use one of {', '.join(speech.languages)}.")

    def say(text: Text) -> str:
        return speech.label(text, language)

    for flow in TALKS:
        drawn = _drawn(flow, storyboard(flow, say))
        if out is None:
            typer.echo(drawn)
        else:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{flow.name}.md").write_text(drawn, encoding="utf-8")
    return 1 if faults(TALKS) else 0


def _drawn(flow: Flow, screens: str) -> str:
    return f"# {flow.name}\n\n```mermaid\n{mermaid(flow)}```\n\n```text\n{screens}```\n"

"""Whatever people do, in whatever order: it ends in a screen or in silence, and all of it can be kept."""

import re
from datetime import timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.citizen.speak import call
from bot.speech import LANGUAGES
from bot.terminal.begun import registered
from bot.terminal.play import NOW, SPEECH, Play
from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.conversation.said import Unread, Unreadable, press
from flows.conversation.standing import Standing, folded
from flows.facts import Body, CaseClaimed, CaseHandedBack, OfferMade, SeatHeld, StaffReplied, Waitlisted
from flows.talks.anywhere import ANYWHERE
from storage.codec import decode, decode_standing, encode, encode_standing, kind
from tests.conversation.begun import bare

USUAL = [
    "/start", "/help", "/foo", "/", "yes", "no", "بلی", "هو", "1", "۲", "٣", "seven", "Kabul", "پاکستان",
    "512345678", "P۰۱۲۳۴", "05 2027", "۵ ۱۴۳۰", "later", "done", "none", "change", "not sure", "menu", "my wish",
    "green card, tazkira", "{name} {0} %s", "a\u202eb\u2066", "\ud800x", "x" * 4096, "ا" * 301, "👩‍👧 Zahra", "",
    "P<AFGAHMADZAI<<GUL<AGHA", "P001234560AFG8505246M2905051<<<<<<<<<<<<<<<8",
    "P<AFGAHMADZAI<<GUL<AGHA<<<<<<<<<<<<<<<<<<<<<\nP001234660AFG8505246M2905051<<<<<<<<<<<<<<<8",
    "P<<<<<<<<<<<<<<",
    *ANYWHERE,
]  # fmt: skip
OFFERED = OfferMade("W1", "AIR", NOW + timedelta(days=9), NOW + timedelta(days=5))

words = st.sampled_from(USUAL) | st.text(st.characters(exclude_categories=[]), max_size=60)
presses = st.from_regex(
    r"\A(registration|wish|papers|home|status|case|lost|language|why|note|offer\.W1|zone\.AF_PPT|x)"
    r":(end|wish|documents|consent|answer|check|n1|W1|documents\.AF_TAZ\.number_check|language|zone_check|zone_lines|hello)"
    r":(yes|no|done|more|again|change|STAY|ps|AF_TAZ|read|hide|later|person|back|home|start|papers|[a-z]{0,9})\Z"
) | st.text(max_size=64)
acts = st.one_of(
    st.tuples(st.just("says"), words),
    st.tuples(st.just("presses"), st.integers(0, 200)),
    st.tuples(st.just("presses"), st.integers(0, 200)),
    st.tuples(st.just("forges"), presses),
    st.tuples(st.just("sends"), st.sampled_from(list(Unreadable))),
    st.tuples(st.just("edits"), st.tuples(st.integers(1, 60), words)),
    st.tuples(st.just("hears"), st.integers(0, 5)),
)


def deed(play: Play, which: int) -> Body:
    """Something the staff do."""
    case = play.standing.case if play.standing else ""
    deeds: tuple[Body, ...] = (
        CaseClaimed(case, "s1"),
        StaffReplied(case, "n1", "سلام {name}"),
        CaseHandedBack(case, "s1"),
        OFFERED,
        Waitlisted("W1", 3),
        SeatHeld("W1"),
    )
    return deeds[which]


def agreed(play: Play) -> bool:
    """Whether there is anybody whom the staff can know."""
    return play.standing is not None and play.house.may_keep(play.standing)


def done(play: Play, what: str, how: object) -> Turn | None:
    """One act of the sequence."""
    match what, how:
        case "says", str(text):
            return play.says(text)
        case "forges", str(data):
            return play.act(press(data, 1), 1)
        case "sends", Unreadable() as unreadable:
            return play.act(Unread(unreadable), play.acts)
        case "edits", (int(which), str(text)) if play.typed and play.standing:
            return play.edits(which % len(play.typed) + 1, text)
        case "presses", int(which):
            buttons = [(m, b) for m, (rows, _) in play.shown.items() for row in rows for b in row]
            if buttons:
                message, button = buttons[-1 - which % len(buttons)]
                return play.act(press(button.data, message), message)
        case "hears", int(which) if play.standing and agreed(play) and (play.standing.case or which > 2):
            body = deed(play, which)
            play.facts.append(body)
            play.happens(body)
    return None


def check(play: Play, turn: Turn) -> None:
    """What must hold after any turn."""
    before_agreement = turn.standing is not None and not play.house.may_keep(turn.standing)
    assert not (before_agreement and turn.bodies)
    for body in turn.bodies:
        assert decode(kind(body), 1, encode(body)) == body
    if turn.standing is not None:
        assert decode_standing(encode_standing(turn.standing)) == turn.standing
    for reply in turn.replies:
        if isinstance(reply, Reply):
            shown(reply)


def shown(reply: Reply) -> None:
    """A reply in all languages, as a channel takes it."""
    assert reply.paragraphs
    for language in LANGUAGES:
        sent = call(reply, 1, language, SPEECH)
        msgspec.json.encode(sent.params)
        assert 0 < len(sent.params["text"]) <= 4096
        said = "\n".join(SPEECH.say(paragraph, language) for paragraph in reply.paragraphs)
        assert not re.search(r"\{\w*\}", re.sub("\u2068[^\u2069]*\u2069", "", said)), said
    for row in reply.keyboard:
        for button in row:
            assert 0 < len(button.data.encode()) <= 64


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(acts, max_size=25), st.sampled_from([None, *LANGUAGES]), st.sampled_from(["", "ps", "de-DE", "fa"])
)
def test_whatever_is_done(sequence: list[tuple[str, object]], language: str | None, hint: str) -> None:
    play = Play(registered(language) if language else None, hint)
    begun = play.standing
    for what, how in sequence:
        turn = done(play, what, how)
        if turn is None:
            continue
        check(play, turn)
        if turn.standing is None:
            play.facts.clear()
            begun = None
        else:
            first = begun or Standing(turn.standing.person, known=known(play))
            assert bare(folded(first, (*play.facts, *turn.standing.held))) == bare(turn.standing)


def known(play: Play) -> dict[str, str]:
    """What is guessed of someone new."""
    return {"ps": {"language": "ps"}, "fa": {"language": "fa-AF"}}.get(play.hint, {})

"""Talks as files that people can read: what is done, and what is to be seen then.

`< words` typed · `< [label]` a press, `< [label] above` on the next older one · `< (edit 2) words` the second
typed message changed · `< {sticker}` something unreadable · `< {4096 x}` so many signs · `< {button a:b:c}` any
button · `@ …` what the staff do · `> …` what is said · `| …` its buttons · `! …` facts, where the head says
`facts: shown`.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta

from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.conversation.said import Unread, Unreadable, press
from flows.facts import (
    AnswerGiven,
    Body,
    CaseClaimed,
    CaseHandedBack,
    OfferMade,
    SeatHeld,
    StaffReplied,
    Waitlisted,
)
from tests.conversation.play import CHAT, NOW, SPEECH, Play, label, registered

UNREADABLE = {"sticker": Unreadable.OTHER, "location": Unreadable.PLACE}


def played(talk: str) -> str:
    """The same talk with what is to be seen now."""
    lines = talk.splitlines()
    head = dict(re.findall(r"^([a-z]+): (.*)$", talk, re.M))
    begun = registered(head["language"]) if head.get("begins") == "registered" else None
    play = Play(begun, head["language"])
    written: list[str] = []
    for line in lines:
        if line.startswith("<"):
            written += ["", line, *_seen(play, _done(play, line[2:]), facts="facts" in head)]
        elif line.startswith("@"):
            written += ["", line, *_pushed(play, line[2:])]
        elif line.startswith("#") and written and not written[-1].startswith("#"):
            written += ["", line] if written[-1:] != [""] else [line]
        elif line and line[0] not in ">|!":
            written.append(line)
    return "\n".join(written) + "\n"


def _done(play: Play, act: str) -> Turn:
    if found := re.fullmatch(r"\[(.*)\]((?: above)*)", act):
        return play.presses(found[1], found[2].count("above"))
    if found := re.fullmatch(r"\(edit (\d+)\) (.*)", act):
        return play.edits(int(found[1]), found[2])
    if found := re.fullmatch(r"\{(\d+) (.)\}", act):
        return play.says(found[2] * int(found[1]))
    if found := re.fullmatch(r"\{button (.*)\}", act):
        return play.act(press(found[1], 1), 1)
    if found := re.fullmatch(r"\{(\w+)\}", act):
        what = UNREADABLE.get(found[1]) or Unreadable(found[1])
        return play.act(Unread(what, "file" if what is Unreadable.PHOTO else ""), play.acts)
    return play.says(act)


def _seen(play: Play, turn: Turn, *, facts: bool) -> list[str]:
    seen = [f"! {_fact(body)}" for body in turn.bodies] if facts else []
    seen += [f"> {text}" for text in play.texts(turn)] or ["> {silence}"]
    for reply in turn.replies:
        if isinstance(reply, Reply):
            seen += _rows(play, reply)
    return seen if turn.standing else [*seen, "> {nothing is kept}"]


def _fact(body: Body) -> str:
    if isinstance(body, AnswerGiven):
        return f"AnswerGiven {body.talk}.{body.question}={body.value}"
    values = (getattr(body, field.name) for field in fields(body))
    return " ".join([type(body).__name__, *(str(value) for value in values if value != CHAT)])


def _pushed(play: Play, deed: str) -> list[str]:
    """What the staff do comes as a neutral note, or is not to be seen at all."""
    seen: list[str] = []
    for push in play.happens(_deed(play, deed)):
        seen += [f"> {SPEECH.say(push.paragraphs[0], play.language)}", *_rows(play, push)]
    return seen


def _rows(play: Play, reply: Reply) -> Iterator[str]:
    for row in reply.keyboard:
        yield "| " + " | ".join(label(button, play.language) for button in row)


def _deed(play: Play, deed: str) -> Body:
    case = play.standing.case if play.standing else ""
    what, _, words = deed.partition(": ")
    deeds: dict[str, Body] = {
        "the staff take the case": CaseClaimed(case, "s1"),
        "the staff write": StaffReplied(case, f"n{play.acts}", words),
        "the staff are done": CaseHandedBack(case, "s1"),
        "a place is offered": OfferMade("W1", "AIR", NOW + timedelta(days=9), NOW + timedelta(days=5)),
        "no place is left": Waitlisted("W1", 12),
        "a place became free": SeatHeld("W1"),
    }
    return deeds[what]

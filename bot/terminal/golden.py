"""Talks as files that people can read: what is done, and what is to be seen then.

At the head: `language: fa-AF`, of the person's phone · `begins: registered`, who came to the end of registration,
with other answers after it: `begins: registered wish=STAY name=Ahmad Wali` · `facts: shown` · what the deployment
publishes: `press: press@example.org` · `lands: DE=+49 30 23125 000; GB=+44 20 7946 0000` · `drafts: uz`, languages
that it offers although they are not fully translated.

What the person does: `< words` typed · `< [label]` a press, `< [label] above` on the next older one ·
`< (edit 2) words` the second typed message changed · `< {photo}`, `{voice}`, `{file}`, `{contact}`, `{location}`,
`{sticker}` sent · `< {4096 x}` so many signs · `< {button a:b:c}` any button.

What others do: `@ the staff take the case` · `@ the staff write: words` · `@ the staff are done` · `@ a place is
offered` · `@ no place is left` · `@ a place became free` · `@ time passes: 8 days` (seconds, minutes, hours,
weeks) · `@ the centre concludes: NOT_READY, DOC_EXPIRED:US_PPT` or `… of person 1: …` · `@ many people write`
(what they do is heard late) · `@ the clock is 2021-11-10 08:00`, in Kabul; it begins at 2026-11-23 12:30 · `@
the phone is offline`: what they do after it comes at once with `@ the phone is back` · `@ the bot is blocked`:
until they write again nothing reaches them.

What is seen: `> …` what is said · `| …` its buttons · `! …` facts, where the head says so. A line that begins with
`#` stays where it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from bot.speech import DRAFTS, LANGUAGES, Speech
from bot.terminal.acts import performed
from bot.terminal.begun import beginning
from bot.terminal.play import CHAT, HOUSE, Play, Unplayable, label
from flows.conversation.hearing import Turn
from flows.conversation.reply import Reply
from flows.facts import AnswerGiven, Body
from flows.talks.names import LANDS
from flows.talks.otherland import contacts
from flows.talks.talks import house

HEADS = ("language", "begins", "facts", "press", "lands", "drafts")


@dataclass(slots=True)
class Paragraph:
    """Lines that stand together: those that stay as they are, after the act, if any, at whose line it begins.

    lines: each after so many of the lines that show what is seen.
    """

    number: int
    act: str = ""
    lines: list[tuple[int, str]] = field(default_factory=list)
    seen: int = 0


def played(talk: str) -> str:
    """The same talk with what is to be seen now."""
    paragraphs = list(_paragraphs(talk))
    heads = dict(re.findall(rf"^({'|'.join(HEADS)}): (.*)$", talk, re.M))
    play, shows_facts = begun(heads), heads.get("facts") == "shown"
    return "\n\n".join("\n".join(_again(play, each, facts=shows_facts)) for each in paragraphs) + "\n"


def begun(heads: dict[str, str]) -> Play:
    """The person of a talk with this head, before anything is done."""
    language = heads.get("language", "")
    if language not in LANGUAGES:
        raise Unplayable(f"there is no language {language!r}: use one of {', '.join(LANGUAGES)}.")
    try:
        known = contacts(heads.get("lands", ""))
    except ValueError as land:
        raise Unplayable(f"there can be no contact of {land}; there can be of {', '.join(LANDS)}.") from None
    inside = HOUSE
    if {"press", "lands", "drafts"} & set(heads):
        drafts = heads.get("drafts", "").split()
        if unknown := [each for each in drafts if each not in DRAFTS]:
            raise Unplayable(f"there is no draft {unknown[0]!r}, but {', '.join(DRAFTS)}")
        inside = house(Speech(drafts=drafts), drafts=drafts, press=heads.get("press", ""), contacts=known)
    return Play(beginning(heads.get("begins", ""), language), language, inside)


def seen(play: Play, line: str, turn: Turn, *, facts: bool) -> list[str]:
    """What is to be seen after a line that was performed."""
    lines = [f"! {fact(body)}" for body in turn.bodies] if facts else []
    lines += [f"> {part}" for text in play.texts(turn) for part in text.split("\n")]
    if line.startswith("<") and not turn.replies:
        lines.append("> {silence}")
    for reply in turn.replies:
        if isinstance(reply, Reply):
            lines += ("| " + " | ".join(label(button, play.language) for button in row) for row in reply.keyboard)
    return [*lines, "> {nothing is kept}"] if forgotten(line, turn) else lines


def forgotten(line: str, turn: Turn) -> bool:
    """Whether nothing of the person is kept any more."""
    return turn.standing is None and (line.startswith("<") or bool(turn.bodies))


def fact(body: Body) -> str:
    """A fact in one line."""
    if isinstance(body, AnswerGiven):
        return f"AnswerGiven {body.talk}.{body.question}={body.value}"
    values = (getattr(body, each.name) for each in fields(body))
    return " ".join([type(body).__name__, *(str(value) for value in values if value != CHAT)])


def _paragraphs(talk: str) -> Iterator[Paragraph]:
    at = Paragraph(0)
    for number, line in enumerate([*talk.removesuffix("\n").split("\n"), ""], 1):
        if (not line or line[0] in "<@") and (at.act or at.lines):
            yield at
            at = Paragraph(number)
        if line[:1] in ("<", "@"):
            at.number, at.act = number, line
        elif line[:1] in (">", "|", "!"):
            at.seen += 1
        elif line.startswith("#") or (not at.act and line.partition(": ")[0] in HEADS):
            at.lines.append((at.seen, line))
        elif line:
            raise Unplayable(f"line {number}: a line begins with one of < @ > | ! #, or is of the head")


def _again(play: Play, paragraph: Paragraph, *, facts: bool) -> list[str]:
    lines: list[str] = []
    if paragraph.act:
        try:
            turn = performed(play, paragraph.act)
        except Unplayable as why:
            raise Unplayable(f"line {paragraph.number}: {why}") from None
        lines = seen(play, paragraph.act, turn, facts=facts)
    for after, line in reversed(paragraph.lines):
        lines.insert(after, line)
    return [paragraph.act, *lines] if paragraph.act else lines

"""A person in a talk, without a channel: what they do is given, what they see is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.citizen.recent import KEPT
from bot.speech import DRAFTS, Speech
from flows.conversation.hearing import Turn
from flows.conversation.house import House
from flows.conversation.notes import announced, news, wording
from flows.conversation.reply import Button, Erase, Hide, Keyboard, Reply, Wipe
from flows.conversation.said import Act, Press, Said, Words, press
from flows.conversation.screen import WIPED
from flows.conversation.standing import Standing, told
from flows.conversation.turn import meet, stranger, take_turn
from flows.facts import Body, OfferReminded, RecordErased
from flows.retention import ASKED
from flows.talks.talks import house

SPEECH = Speech()
SPOKEN = Speech(drafts=DRAFTS)  # what is said in a draft can be seen wherever it may be chosen
HOUSE = house(SPEECH)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CHAT = 1001
PICKED = "✔ "
REMARKS = {Erase: ["{the message is taken away}"], Wipe: ["{the chat is wiped}"]}


class Unplayable(Exception):
    """What a talk asks for cannot be done; the sentence says why."""


def label(button: Button, language: str) -> str:
    """What stands on the button."""
    words = plain(SPOKEN.button(button.label, language))
    return PICKED + words if button.picked else words


class Play:
    """One person, their clock and all the messages of their chat, the one shown last at the end.

    standing is None for someone unknown or forgotten; language is the one they were spoken to in last.
    """

    def __init__(
        self, standing: Standing | None = None, hint: str = "", inside: House = HOUSE, now: datetime = NOW
    ) -> None:
        self.standing, self.hint, self.house, self.now = standing, hint, inside, now
        self.language = standing.language if standing else "en"
        self.facts: list[Body] = []
        self.typed: list[int] = []
        self.shown: dict[int, tuple[Keyboard, str]] = {}
        self.hides: dict[int, tuple[datetime, Reply]] = {}
        self.acts = 0
        self.people = 1
        self.late = timedelta()
        self.spoke_at = now
        self.erase_at: datetime | None = None
        self.before: Standing | None = None
        self.said: Said | None = None
        self.offline: list[Said] | None = None

    def says(self, words: str) -> Turn:
        """They type."""
        self.acts += 1
        self.typed.append(self.acts)
        return self.act(Words(words), self.acts)

    def edits(self, which: int, words: str) -> Turn:
        """They change the so manieth message that they typed."""
        if not 1 <= which <= len(self.typed):
            raise Unplayable(f"there is no message {which} to edit: {len(self.typed)} were typed so far")
        return self.act(Words(words, self.typed[which - 1]), self.typed[which - 1])

    def labelled(self, wanted: str) -> list[tuple[int, Button]]:
        """The buttons with this label, each with its message, the newest message first."""
        return [
            (message, button)
            for message, (keyboard, language) in sorted(self.shown.items(), reverse=True)
            for row in keyboard
            for button in row
            if wanted in (label(button, language), label(button, language).removeprefix(PICKED))
        ]

    def presses(self, wanted: str, older: int = 0) -> Turn:
        """They press the newest button of this label, or an older one."""
        found = self.labelled(wanted)
        if len(found) <= older:
            keyboard, language = self.shown.get(self.newest, ((), ""))
            newest = " ".join(f"[{label(button, language)}]" for row in keyboard for button in row) or "none"
            raise Unplayable(f"no button [{wanted}]{' above' * older} is to be seen; the newest: {newest}")
        message, button = found[older]
        return self.act(press(button.data, message), message)

    @property
    def newest(self) -> int:
        """The message shown last of those with buttons, 0 for none."""
        return next((message for message in reversed(self.shown) if self.shown[message][0]), 0)

    def act(self, act: Act, message: int) -> Turn:
        """They do something; what it comes to is kept. Without a link it waits in their phone."""
        self.acts += 1
        said = Said(act, f"u{self.acts}", message, self.now, self.now + self.late, self.hint)
        if self.offline is not None:
            self.offline.append(said)
            return Turn((), self.standing or Standing(""), ())
        turn = self.hears(said)
        self.shows(turn)
        return turn

    def hears(self, said: Said) -> Turn:
        """What they did comes to a node; what it comes to is kept."""
        self.before, self.said = self.standing, said
        if self.standing is None:
            turn = meet(f"p{self.people}", "test", CHAT, said, self.house)
        else:
            turn = take_turn(self.standing, said, self.house)
        self.language = (turn.standing or self.standing or stranger("", said, self.house)).language
        self._stands(turn)
        self.hides = {shown: hide for shown, hide in self.hides.items() if shown in _opened(turn.standing)}
        return replace(turn, replies=tuple(self._followed(turn)))

    def shows(self, turn: Turn) -> None:
        """What is said comes to their chat, and what is taken away leaves it."""
        act = self.said.act if self.said else None
        for reply in turn.replies:
            match reply:
                case Reply():
                    self.show(reply)
                case Hide(hidden, words, after):
                    self.hides[hidden] = (self.now + after, words)
                case Wipe(until=until, spared=spared):
                    self.shown = {m: it for m, it in self.shown.items() if m > until or m == spared}
                case Erase(erased) if isinstance(act, Press) and erased == act.message:
                    if act.talk != WIPED:
                        raise RuntimeError("a press took the bot's own message away")
                    del self.shown[erased]

    def _followed(self, turn: Turn) -> Iterator[Reply | Erase | Hide | Wipe]:
        """What comes of a turn, as at a node: after a wipe, words that say so, and anew whatever was not read.

        What was not read comes anew as well to who had closed the bot.
        """
        if self.before and self.before.closed and turn.standing and not turn.standing.hushed:
            yield from turn.replies
            yield from (announced(note, self.house.sayings) for note in turn.standing.notes)
            return
        for reply in turn.replies:
            yield reply
            if isinstance(reply, Wipe):
                yield reply.then
                unread = turn.standing.notes if turn.standing and not turn.standing.hushed else ()
                yield from (announced(note, self.house.sayings) for note in unread)

    def _stands(self, turn: Turn) -> None:
        self.people += turn.standing is None
        self.standing = turn.standing
        self.facts += turn.bodies
        self.spoke_at = self.now
        locked = turn.standing is not None and turn.standing.locked
        self.erase_at = (self.erase_at or self.now + self.house.erased_after) if locked else None

    def show(self, reply: Reply) -> None:
        """A message is in the chat, new or instead of the one it edits."""
        self.acts += 1
        message = self.acts if reply.edits is None else reply.edits
        self.shown.pop(message, None)
        self.shown[message] = (reply.keyboard, self.language)

    def happens(self, body: Body) -> list[Reply]:
        """Something the staff did; the neutral notes that it leads to are shown."""
        if self.standing is None:
            raise Unplayable("nobody is there yet")
        before, self.standing = self.standing, told(self.standing, body)
        if before.closed:
            return []
        sayings, now = self.house.sayings, self.now
        waiting = {n: wording(n, self.standing, sayings, now) for n in news(before, self.standing)}
        if isinstance(body, OfferReminded) and self.standing.unanswered(body.window):
            waiting = {body.window: sayings.remind}
        pushes = [announced(note, sayings, words=words) for note, words in waiting.items()]
        for push in pushes:
            self.show(push)
        return pushes

    def waits(self, until: datetime) -> Turn:
        """It is this time now: as at a node, words are forgotten, and with them who asked to be erased."""
        if until < self.now and self.acts:
            raise Unplayable("the clock does not go back once the talk has begun")
        self.now, self.spoke_at = until, min(self.spoke_at, until)
        if self.standing is None:
            return Turn((), None, ())
        if self.erase_at is not None and self.erase_at <= until:
            self._stands(erased := Turn((RecordErased(ASKED),), None, ()))
            return erased
        if until - self.spoke_at >= timedelta(seconds=KEPT):
            self.standing = self.house.stored(self.standing)
        return Turn((), self.standing, tuple(self._hidden(until)))

    def _hidden(self, until: datetime) -> Iterator[Reply]:
        """What nobody pressed in time, as it looks now."""
        for message, (due, words) in list(self.hides.items()):
            if due <= until:
                del self.hides[message]
                self.show(words)
                yield words

    def texts(self, turn: Turn) -> list[str]:
        """What is said, paragraph by paragraph, without isolates."""
        said: list[str] = []
        for reply in turn.replies:
            said += REMARKS.get(type(reply), ())
            if not isinstance(reply, Reply):
                continue
            said += [plain(SPOKEN.say(paragraph, self.language)) for paragraph in reply.paragraphs]
            said += [reply.verbatim] if reply.verbatim else []
        return said


def _opened(standing: Standing | None) -> tuple[int, ...]:
    return standing.opened if standing else ()


def plain(words: str) -> str:
    """The words without the isolates around their values."""
    return "".join(sign for sign in words if sign not in "\u2066\u2067\u2068\u2069")

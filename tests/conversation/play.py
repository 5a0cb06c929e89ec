"""A person in a talk, without a channel: what they do is given, what they see is kept."""

from datetime import UTC, datetime

from bot.speech import Speech
from flows.conversation.hearing import Turn
from flows.conversation.house import House
from flows.conversation.reply import Button, Erase, Keyboard, Reply
from flows.conversation.said import Act, Press, Said, Words, press
from flows.conversation.screen import NOTE
from flows.conversation.standing import Standing, after, folded
from flows.conversation.turn import meet, take_turn
from flows.facts import AnswerGiven, Body, PersonMet, ReferenceGiven, Value
from flows.talks.reference import reference
from flows.talks.talks import house

SPEECH = Speech()
HOUSE = house(SPEECH)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CHAT = 1001
ANSWERS: dict[str, Value] = {
    "language": "en", "hello": "start", "safe": "yes", "consent": "yes", "for_whom": "self", "category": "SIV",
    "wish": "LEAVE_NOW", "count": 4, "name": "Ahmad Wali", "province": "HER", "check": "yes",
}  # fmt: skip


def registered(language: str = "en", person: str = "p1", **instead: Value) -> Standing:
    """Someone who came to the end of registration."""
    answers: dict[str, Value] = {**ANSWERS, "language": language, **instead}
    given = (AnswerGiven("registration", question, value) for question, value in answers.items())
    return folded(Standing(person), (PersonMet("test", CHAT), *given, ReferenceGiven(reference(person))))


def label(button: Button, language: str) -> str:
    """What stands on the button."""
    own = button.label
    words = SPEECH.number(own, language) if isinstance(own, int) else SPEECH.label(own, language)
    return f"✔ {words}" if button.picked else words


class Play:
    """One person and all the messages of their chat; `standing` is None for someone unknown or forgotten."""

    def __init__(self, standing: Standing | None = None, hint: str = "", inside: House = HOUSE) -> None:
        self.standing, self.hint, self.house = standing, hint, inside
        self.facts: list[Body] = []
        self.typed: list[int] = []
        self.shown: dict[int, tuple[Keyboard, str]] = {}
        self.acts = 0
        self.people = 1
        self.before: Standing | None = None
        self.said: Said | None = None

    @property
    def language(self) -> str:
        """The language that they are spoken to in."""
        return self.standing.language if self.standing else "en"

    def says(self, words: str) -> Turn:
        """They type."""
        self.acts += 1
        self.typed.append(self.acts)
        return self.act(Words(words), self.acts)

    def edits(self, which: int, words: str) -> Turn:
        """They change the so manieth message that they typed."""
        return self.act(Words(words, self.typed[which - 1]), self.typed[which - 1])

    def presses(self, wanted: str, older: int = 0) -> Turn:
        """They press the newest button of this label, or an older one."""
        found = [
            (message, button)
            for message, (keyboard, language) in sorted(self.shown.items(), reverse=True)
            for row in keyboard
            for button in row
            if wanted in (label(button, language), label(button, language).removeprefix("✔ "))
        ]
        if len(found) <= older:
            raise LookupError(f"no button {wanted!r} is to be seen")
        message, button = found[older]
        return self.act(press(button.data, message), message)

    def act(self, act: Act, message: int) -> Turn:
        """They do something; what it comes to is kept."""
        self.acts += 1
        said = Said(act, f"u{self.acts}", message, NOW, NOW, self.hint)
        self.before, self.said = self.standing, said
        if self.standing is None:
            turn = meet(f"p{self.people}", "test", CHAT, said, self.house)
        else:
            turn = take_turn(self.standing, said, self.house)
        language = (turn.standing or self.standing or Standing("")).language
        self.people += turn.standing is None
        self.standing = turn.standing
        self.facts += turn.bodies
        for reply in turn.replies:
            if isinstance(reply, Reply):
                self.show(reply, language)
            elif isinstance(act, Press) and reply.message == message:
                raise AssertionError("a press took the bot's own message away")
        return turn

    def show(self, reply: Reply, language: str) -> None:
        """A message is in the chat, new or instead of the one it edits."""
        self.acts += 1
        self.shown[self.acts if reply.edits is None else reply.edits] = (reply.keyboard, language)

    def happens(self, body: Body) -> list[Reply]:
        """Something the staff did; the neutral notes that it leads to are shown."""
        if self.standing is None:
            raise LookupError("nobody is there")
        before, self.standing = self.standing, after(self.standing, body)
        news = [note for note, it in self.standing.notes.items() if it != before.notes.get(note)]
        pushes = [_push(note) for note in news]
        for push in pushes:
            self.show(push, self.language)
        return pushes

    def texts(self, turn: Turn) -> list[str]:
        """What is said, paragraph by paragraph, without isolates."""
        said: list[str] = []
        for reply in turn.replies:
            if isinstance(reply, Erase):
                said.append("{your message is taken away}")
                continue
            said += [plain(SPEECH.say(paragraph, self.language)) for paragraph in reply.paragraphs]
            said += [reply.verbatim] if reply.verbatim else []
        return said


def _push(note: str) -> Reply:
    sayings = HOUSE.sayings
    row = (Button(sayings.read, f"{NOTE}:{note}:read"), Button(sayings.later, f"{NOTE}:{note}:later"))
    return Reply((sayings.push(),), (row,))


def plain(words: str) -> str:
    """The words without the isolates around their values."""
    return "".join(sign for sign in words if sign not in "\u2066\u2067\u2068\u2069")

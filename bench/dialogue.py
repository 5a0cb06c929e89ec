"""The registration that both bots are put through: what a citizen does, and what must come next."""

from dataclasses import dataclass

import msgspec

NAME = "Ahmad Wali"
DATE = 1_760_000_000
BOT = {"id": 4242, "is_bot": True, "first_name": "Hamrah", "username": "hamrah_bot"}

_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Step:
    """One act: the button that is pressed, the words that are typed, and how the next question's buttons begin."""

    data: str
    words: str
    expected: bytes

    def pressed(self, typed: bool) -> bool:
        """Whether it is done by a button: where there is one, unless everything is typed."""
        return bool(self.data) and not typed


def _step(question: str, option: str, words: str, then: str) -> Step:
    data = f"registration:{question}:{option}" if option else ""
    return Step(data, words, f'"registration:{then}:'.encode())


STEPS = (
    _step("", "", "/start", "begin"),
    _step("begin", "go_on", "Yes", "for_whom"),
    _step("for_whom", "self", "Me", "category"),
    _step("category", "USC", "U.S. citizen", "wish"),
    _step("wish", "LEAVE_NOW", "I want to go", "count"),
    _step("count", "2", "2", "name"),
    _step("name", "", NAME, "province"),
    _step("province", "KAB", "Kabul", "check"),
    _step("check", "yes", "Yes", "end"),
)


class Shown(msgspec.Struct):
    """The part of a reply that Telegram repeats in the update of a press on it."""

    method: str
    chat_id: int
    text: str = ""
    reply_markup: msgspec.Raw = msgspec.Raw(b"{}")


_shown = msgspec.json.Decoder(Shown)


class Citizen:
    """One person on their way through the registration."""

    __slots__ = ("_message", "_shown", "_typed", "at", "chat")

    def __init__(self, chat: int, typed: bool) -> None:
        self.chat, self._typed, self.at = chat, typed, 0
        self._shown = Shown("", chat)
        self._message = 1

    def act(self, update: int) -> bytes:
        """The next update, as Telegram writes it."""
        step = STEPS[self.at]
        self._message += 1
        person = {"id": self.chat, "is_bot": False, "first_name": "Ahmad", "language_code": "en"}
        chat = {"id": self.chat, "first_name": "Ahmad", "type": "private"}
        if not step.pressed(self._typed):
            said = {"message_id": self._message, "from": person, "chat": chat, "date": DATE, "text": step.words}
            return _encode({"update_id": update, "message": said})
        shown = {"text": self._shown.text, "reply_markup": self._shown.reply_markup}
        message = {"message_id": self._message, "from": BOT, "chat": chat, "date": DATE, **shown}
        press = {"id": f"{update:018}", "from": person, "message": message, "data": step.data}
        press["chat_instance"] = "1"
        return _encode({"update_id": update, "callback_query": press})

    def hears(self, reply: bytes) -> bool:
        """Take the reply to the last act; False if it is not the next question, put to this person."""
        step = STEPS[self.at]
        shown = self._shown = _shown.decode(reply)
        edits = shown.method == "editMessageText"
        self.at += 1
        fits = shown.chat_id == self.chat and edits == step.pressed(self._typed) and bool(shown.text)
        return fits and step.expected in bytes(shown.reply_markup)

    @property
    def done(self) -> bool:
        """Whether the registration is over."""
        return self.at == len(STEPS)

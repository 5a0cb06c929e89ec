"""Who is staff: the members of the one staff chat, and nobody else."""

from time import monotonic

from telegram import Bot, ChatMember, ChatMemberRestricted, User
from telegram.error import BadRequest, Forbidden

from bot.desk.names import harmless

KEPT = 300.0
MOST = 10_000
PRESENT = (ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER)
CHANNEL = "tg:"


def account(user: int) -> str:
    """What a member of staff is called in facts."""
    return f"{CHANNEL}{user}"


def user_of(label: str) -> int | None:
    """Whose account it is, if it is one of this channel."""
    number = label.removeprefix(CHANNEL)
    return int(number) if label.startswith(CHANNEL) and number.isdigit() else None


class Staff:
    """Asks the channel who is in the staff chat, and remembers the answer for five minutes."""

    def __init__(self, bot: Bot, chat: int) -> None:
        self.chat = chat
        self._bot = bot
        self._asked: dict[int, tuple[float, bool]] = {}
        self._names: dict[int, str] = {}

    def seen(self, user: User) -> None:
        """Someone was seen in the staff chat, under this name."""
        self._names[user.id] = harmless(user.first_name)

    async def member(self, user: int) -> bool:
        """Whether someone is in the staff chat."""
        until, present = self._asked.get(user, (0.0, False))
        if until > monotonic():
            return present
        try:
            found = await self._bot.get_chat_member(self.chat, user)
        except (BadRequest, Forbidden):
            present = False
        else:
            present = found.status in PRESENT or (isinstance(found, ChatMemberRestricted) and found.is_member)
            self.seen(found.user)
        if len(self._asked) >= MOST:
            self._asked.clear()
        self._asked[user] = (monotonic() + KEPT, present)
        return present

    async def name(self, label: str) -> str:
        """What to call the holder of an account on a card."""
        user = user_of(label)
        if user is None:
            return harmless(label)
        if user not in self._names:
            await self.member(user)
        return self._names.get(user, "a colleague")

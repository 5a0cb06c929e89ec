"""Who is in the world and where they talk: persons, bots, rooms and what was posted in them."""

from dataclasses import dataclass, field

from bot.sandbox.refusals import Json
from bot.sandbox.updates import Queue

PRESENT = ("creator", "administrator", "member")


@dataclass(slots=True)
class Person:
    """Someone with a phone."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone_number: str | None = None

    def as_user(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user


@dataclass(slots=True, eq=False)
class Webhook:
    """Where a bot wants its updates sent."""

    url: str
    secret: str | None = None
    connections: int = 40
    certificate: bool = False
    error_date: int | None = None
    error: str | None = None


@dataclass(slots=True)
class Account:
    """A bot's account."""

    id: int
    token: str
    username: str
    name: str
    queue: Queue
    webhook: Webhook | None = None
    reads_groups: bool = False
    last_message_id: int = 0
    commands: dict[str, list[Json]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu: dict[int, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        """The Bot API's User, as others see the bot."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(slots=True)
class Post:
    """A message in a room, with what only the sandbox knows about it."""

    body: Json
    markup: Json | None = None
    deleted: float | None = None
    reactions: dict[int, list[Json]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The message's id."""
        number: int = self.body["message_id"]
        return number

    @property
    def author(self) -> int:
        """The id of whoever sent it."""
        number: int = self.body["from"]["id"]
        return number


@dataclass(slots=True)
class Room:
    """A chat: a person with one bot, or a supergroup."""

    id: int
    chat: Json
    bot_id: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    topics: dict[int, Json] = field(default_factory=dict)
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    blocked: bool = False
    last_message_id: int = 0

    @property
    def private(self) -> bool:
        """Whether it is a person's own chat with a bot."""
        return self.bot_id is not None

    def has(self, member: int) -> bool:
        """Whether someone is in the room now."""
        return self.members.get(member) in PRESENT

    def leads(self, member: int) -> bool:
        """Whether someone may delete and pin what others wrote."""
        return self.members.get(member) in ("creator", "administrator")

    def post(self, message_id: int) -> Post | None:
        """A message that is there and not deleted."""
        post = self.posts.get(message_id)
        return post if post and post.deleted is None else None

"""What the methods share: the call itself, and finding the room and message it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.files import seen_by
from bot.sandbox.forms import Args
from bot.sandbox.refusals import Json, bad, forbidden
from bot.sandbox.rooms import Account, Post, Room
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a bot upon the world."""

    world: World
    bot: Account
    args: Args

    def room(self, name: str = "chat_id") -> Room:
        """The room a parameter names, if the bot may look into it."""
        chat = self.args.text(name)
        if not chat:
            raise bad("chat_id is empty")
        if not chat.lstrip("-").isdigit():
            raise bad("chat not found")
        number = int(chat)
        room = self.world.rooms.get((0, number)) or self.world.rooms.get((self.bot.id, number))
        if room is None and number in self.world.people:
            raise forbidden("bot can't initiate conversation with a user")
        if room is None:
            raise bad("chat not found")
        if not room.has(self.bot.id):
            raise forbidden("bot is not a member of the supergroup chat")
        return room

    def open_room(self) -> Room:
        """The room to write into, if the person lets the bot speak."""
        room = self.room()
        if room.blocked:
            raise forbidden("bot was blocked by the user")
        return room

    def own_post(self, room: Room, what: str) -> Post:
        """A message of the bot's own."""
        post = room.post(self.args.whole("message_id"))
        if post is None:
            raise bad(f"message to {what} not found")
        if post.author != self.bot.id:
            raise bad(f"message can't be {what}ed")
        return post

    def shown(self, post: Post) -> Json:
        """A message as this bot sees it."""
        return seen_by(self.bot.id, post.body)


Method = Callable[[Call], Any]

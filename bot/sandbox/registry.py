"""The ground the world stands on: who and what exists, the clock, and posting."""

import random
import re
import threading
import time
from collections import deque
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files, seen_by
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Account, Person, Post, Room
from bot.sandbox.updates import Queue

TOKEN = re.compile(r"(\d+):[A-Za-z0-9_-]+")
FIRST_GROUP = -1_001_000_000_001


class Registry:
    """One shared world: persons, bots, rooms, files and time. Its lock guards them all."""

    def __init__(self, seed: int = 0) -> None:
        self.lock = threading.RLock()
        self.changes = Bell()
        self.ticks = Bell()
        self.closing = False
        self.people: dict[int, Person] = {}
        self.bots: dict[int, Account] = {}
        self.rooms: dict[tuple[int, int], Room] = {}
        self.presses: dict[str, Json] = {}
        self.unheard: deque[Json] = deque(maxlen=100)
        self.files = Files()
        self.faults = Faults()
        self.limits = Limits()
        self.chance = random.Random(seed)  # noqa: S311
        self._ahead = 0.0

    def clock(self) -> float:
        """The world's time: the real one, plus whatever it was moved ahead."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> float:
        """Move time ahead and say what it is now."""
        if seconds < 0:
            raise bad("time only goes forward")
        self._ahead += seconds
        self.ticks.ring()
        self.changes.ring()
        return self.clock()

    def hang_up(self) -> None:
        """Let every waiting call go, because the server is stopping."""
        self.closing = True
        for bell in (self.changes, self.ticks, *(bot.queue.bell for bot in self.bots.values())):
            bell.ring()

    def add_bot(self, token: str, username: str, name: str, *, reads_groups: bool = False) -> Account:
        """Register a bot; the digits of its token are its id."""
        shape = TOKEN.fullmatch(token)
        if shape is None:
            raise bad("a token is digits, a colon, and letters, digits, _ or -")
        bot_id = int(shape[1])
        queue = Queue(self.chance.randrange(10**8, 10**9), self.clock)
        with self.lock:
            account = Account(bot_id, token, username, name, queue, reads_groups=reads_groups)
            self.bots[bot_id] = account
        self.changes.ring()
        return account

    def add_user(self, id: int, first_name: str, **known: Any) -> Person:  # noqa: A002
        """Register a person: last_name, username, language_code and phone_number may be known."""
        if id in self.bots or id <= 0:
            raise bad(f"{id} cannot be a person's id")
        with self.lock:
            self.people[id] = Person(id, first_name, **known)
        self.changes.ring()
        return self.people[id]

    def add_group(
        self,
        title: str,
        members: list[int],
        *,
        forum: bool = False,
        id: int | None = None,  # noqa: A002
    ) -> Room:
        """Make a supergroup; its first person owns it, and bots in it are administrators."""
        with self.lock:
            number = id or FIRST_GROUP - sum(1 for bot_id, _ in self.rooms if bot_id == 0)
            chat: Json = {"id": number, "title": title, "type": "supergroup"}
            if forum:
                chat["is_forum"] = True
            ranks = {m: "administrator" if m in self.bots else "member" for m in members}
            owner = next((m for m in members if m in self.people), None)
            if owner is not None:
                ranks[owner] = "creator"
            self.rooms[0, number] = room = Room(number, chat, members=ranks)
        self.changes.ring()
        return room

    def bot_by_token(self, token: str) -> Account | None:
        """The bot a token belongs to."""
        account = self.bots.get(int(token.partition(":")[0])) if TOKEN.fullmatch(token) else None
        return account if account and account.token == token else None

    def bot_called(self, username: str) -> Account:
        """The bot of a username."""
        for account in self.bots.values():
            if account.username.lower() == username.lstrip("@").lower():
                return account
        raise bad(f"no bot is called {username!r}")

    def room_of(self, user: int, chat: str | int) -> Room:
        """The room a person means: a bot by its username, or a group by its id."""
        if user not in self.people:
            raise bad(f"nobody has the id {user}")
        if str(chat).lstrip("-").isdigit():
            room = self.rooms.get((0, int(chat)))
            if room is None or not room.has(user):
                raise bad(f"{user} is in no group {chat}")
            return room
        account = self.bot_called(str(chat))
        room = self.rooms.get((account.id, user))
        if room is None:
            person = self.people[user].as_user()
            known: Json = {k: person[k] for k in ("first_name", "last_name", "username") if k in person}
            room = Room(user, {"id": user, **known, "type": "private"}, bot_id=account.id)
            room.members = {user: "member", account.id: "member"}
            self.rooms[account.id, user] = room
        return room

    def post(self, room: Room, sender: Json, content: Json, markup: Json | None = None) -> Post:
        """Put a message into a room."""
        counter = self.bots[room.bot_id] if room.bot_id is not None else room
        counter.last_message_id += 1
        body = {
            "message_id": counter.last_message_id,
            "from": sender,
            "chat": room.chat,
            "date": int(self.clock()),
            **content,
        }
        if markup and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        elif markup:
            room.keyboard = markup if "keyboard" in markup else None
        post = room.posts[counter.last_message_id] = Post(body, markup)
        self.changes.ring()
        return post

    def tell(self, room: Room, kind: str, what: Json, lane: str, bots: list[Account]) -> dict[str, int]:
        """Queue an update for bots, and say under which id each will get it."""
        since = self.clock()
        told = {}
        for account in bots:
            update_id = account.queue.put(kind, seen_by(account.id, what), lane, since)
            if update_id is not None:
                told[account.username] = update_id
        return told

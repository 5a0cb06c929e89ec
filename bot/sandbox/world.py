"""The world, and what persons do in it."""

import copy
from typing import Any

from bot.sandbox import media
from bot.sandbox.entities import found_in
from bot.sandbox.keyboards import buttons
from bot.sandbox.refusals import Json, bad
from bot.sandbox.registry import Registry
from bot.sandbox.rooms import Account, Post, Room


class World(Registry):
    """Everything that exists in the sandbox, and the verbs of the persons in it."""

    def say(
        self, user: int, chat: str | int, text: str, *, thread: int | None = None, reply_to: int | None = None
    ) -> Json:
        """A person writes a text."""
        return self._speak(user, chat, _written(text), thread, reply_to)

    def send(
        self,
        user: int,
        chat: str | int,
        kind: str,
        *,
        thread: int | None = None,
        reply_to: int | None = None,
        content: bytes | None = None,
        **fields: Any,
    ) -> Json:
        """A person sends a photo, voice, document, sticker, contact, location or forward."""
        with self.lock:
            made = self._made(user, kind, content, fields)
            return self._speak(user, chat, made, thread, reply_to)

    def press(
        self,
        user: int,
        chat: str | int,
        message_id: int | None = None,
        *,
        data: str | None = None,
        label: str | None = None,
        stale: bool = False,
    ) -> Json:
        """A person presses a button, found by its data or label; `stale` presses one no longer there."""
        with self.lock:
            room = self.room_of(user, chat)
            if message_id is None:
                return self._press_latest(user, chat, room, data, label)
            post = room.posts.get(message_id)
            if post is None or (post.deleted is not None and not stale):
                raise bad(f"there is no message {message_id}")
            for button in buttons(post.body.get("reply_markup")):
                if (data is not None and button.get("callback_data") == data) or button["text"] == label:
                    return self._ask(user, room, post, button.get("callback_data"))
            if stale and data is not None:
                return self._ask(user, room, post, data)
            raise bad(f"message {message_id} has no button {data or label!r}")

    def edit(self, user: int, chat: str | int, message_id: int, text: str) -> Json:
        """A person changes the text of their own message."""
        with self.lock:
            room = self.room_of(user, chat)
            post = room.post(message_id)
            if post is None or post.author != user or "text" not in post.body:
                raise bad(f"{user} has no text {message_id} to edit")
            kept = {name: value for name, value in post.body.items() if name != "entities"}
            post.body = {**kept, "edit_date": int(self.clock()), **_written(text)}
            told = self.tell(room, "edited_message", post.body, _lane(room), self._listeners(room, post))
        self.changes.ring()
        return self._done(post, told)

    def block(self, user: int, chat: str, *, blocked: bool = True) -> None:
        """A person blocks a bot, or lets it speak again."""
        with self.lock:
            room = self.room_of(user, chat)
            if room.blocked == blocked:
                return
            room.blocked = blocked
            account = self.bots[room.bot_id or 0]
            before, after = ("member", "kicked") if blocked else ("kicked", "member")
            change = {
                "chat": room.chat,
                "from": self.people[user].as_user(),
                "date": int(self.clock()),
                "old_chat_member": _standing(account, before),
                "new_chat_member": _standing(account, after),
            }
            self.tell(room, "my_chat_member", change, _lane(room), [account])
        self.changes.ring()

    def transcript(self, chat: str | int, user: int | None = None, *, last: int = 0) -> Json:
        """What was posted in a room, or the last of it, deleted and edited messages marked."""
        with self.lock:
            room = self.rooms.get((0, int(chat))) if str(chat).lstrip("-").isdigit() else None
            if room is None:
                room = self.room_of(user or 0, chat)
            return {
                "chat": room.chat,
                "blocked": room.blocked,
                "reply_keyboard": room.keyboard,
                "pinned": list(room.pinned),
                "topics": {str(k): v["name"] for k, v in room.topics.items()},
                "messages": [_shown(post) for post in list(room.posts.values())[-last:]],
            }

    def _speak(self, user: int, chat: str | int, content: Json, thread: int | None, reply_to: int | None) -> Json:
        with self.lock:
            room = self.room_of(user, chat)
            if room.blocked and not content.get("text", "").startswith("/start"):
                raise bad(f"{user} has blocked {chat}; only /start unblocks it")
            if room.blocked:
                self.block(user, str(chat), blocked=False)
            if thread is not None:
                if thread not in room.topics:
                    raise bad("message thread not found")
                content = {**content, "message_thread_id": thread, "is_topic_message": True}
            if reply_to is not None and (answered := room.post(reply_to)):
                # A reply shows one level only, as Telegram does.
                content["reply_to_message"] = {k: v for k, v in answered.body.items() if k != "reply_to_message"}
            post = self.post(room, self.people[user].as_user(), content)
            told = self.tell(room, "message", post.body, _lane(room), self._listeners(room, post))
            return self._done(post, told)

    def _made(self, user: int, kind: str, content: bytes | None, fields: Json) -> Json:
        if kind == "contact":
            person = self.people[user]
            own = {"phone_number": person.phone_number or f"+93{user:09}", "first_name": person.first_name}
            return {"contact": fields or {**own, "user_id": user}}
        if kind == "location":
            return {"location": {"latitude": 34.5553, "longitude": 69.2075, **fields}}
        if kind == "forward":
            return self._forwarded(user, fields)
        if kind not in media.MEDIA:
            raise bad(f"nobody can send a {kind!r}")
        given, name, mime = media.sample(kind) if content is None else (content, fields.get("name"), None)
        stored = self.files.keep(kind, given, name, fields.get("mime") or mime)
        caption = fields.get("caption")
        return {**media.MEDIA[kind](stored), **({"caption": caption} if caption else {})}

    def _forwarded(self, user: int, fields: Json) -> Json:
        if "text" in fields:
            origin = {"type": "hidden_user", "sender_user_name": fields.get("from_name", "Somebody")}
            return {"text": fields["text"], "forward_origin": {**origin, "date": int(self.clock())}}
        room = self.room_of(user, fields["from_chat"])
        post = room.post(int(fields["message_id"]))
        if post is None or post.body.get("has_protected_content"):
            raise bad("message can't be forwarded")
        return forwarded(post)

    def _press_latest(self, user: int, chat: str | int, room: Room, data: str | None, label: str | None) -> Json:
        for post in reversed(room.posts.values()):
            for button in buttons(post.body.get("reply_markup") if post.deleted is None else None):
                if (data is not None and button.get("callback_data") == data) or button["text"] == label:
                    return self._ask(user, room, post, button.get("callback_data"))
        for button in buttons(room.keyboard):
            if button["text"] == label:
                if button.get("request_contact"):
                    return self.send(user, chat, "contact")
                if button.get("request_location"):
                    return self.send(user, chat, "location")
                return self.say(user, chat, button["text"])
        raise bad(f"no button {data or label!r} is to be seen")

    def _ask(self, user: int, room: Room, post: Post, data: str | None) -> Json:
        author = self.bots.get(post.author)
        if data is None or author is None:
            raise bad("this button sends nothing to the bot")
        number = str(self.chance.randrange(10**17, 10**18))
        query = {
            "id": number,
            "from": self.people[user].as_user(),
            "message": copy.deepcopy(post.body),
            "chat_instance": str(hash((room.bot_id or 0, room.id)) & (2**62 - 1)),
            "data": data,
        }
        self.presses[number] = {"bot_id": author.id, "date": self.clock(), "answer": None}
        told = self.tell(room, "callback_query", query, f"user {user}", [author])
        return {"callback_query_id": number, "message_id": post.id, "updates": told}

    def _listeners(self, room: Room, post: Post) -> list[Account]:
        here = [bot for bot in self.bots.values() if bot.id != post.author and room.has(bot.id)]
        if room.private:
            return [bot for bot in here if bot.id == room.bot_id]
        return [bot for bot in here if room.leads(bot.id) or bot.reads_groups or _is_for(bot, post)]

    @staticmethod
    def _done(post: Post, told: dict[str, int]) -> Json:
        return {"message_id": post.id, "message": copy.deepcopy(post.body), "updates": told}


def forwarded(post: Post) -> Json:
    """What a forward of a message carries."""
    left_out = {"message_id", "from", "chat", "date", "reply_markup", "edit_date", "reply_to_message"}
    left_out |= {"message_thread_id", "is_topic_message", "has_protected_content"}
    content = {name: value for name, value in post.body.items() if name not in left_out}
    origin = {"type": "user", "sender_user": post.body["from"], "date": post.body["date"]}
    return {**content, "forward_origin": content.get("forward_origin", origin)}


def _is_for(bot: Account, post: Post) -> bool:
    """Whether a bot that does not read along in a group gets a message all the same."""
    text = post.body.get("text", "")
    replied = post.body.get("reply_to_message", {}).get("from", {}).get("id")
    return text.startswith("/") or f"@{bot.username}".lower() in text.lower() or replied == bot.id


def _written(text: str) -> Json:
    marks = found_in(text)
    return {"text": text, "entities": marks} if marks else {"text": text}


def _lane(room: Room) -> str:
    return f"chat {room.id}"


def _standing(account: Account, status: str) -> Json:
    member: Json = {"status": status, "user": account.as_user()}
    return {**member, "until_date": 0} if status == "kicked" else member


def _shown(post: Post) -> Json:
    shown = copy.deepcopy(post.body)
    shown["reply_markup"] = post.markup
    shown["deleted"] = post.deleted is not None
    shown["edited"] = "edit_date" in post.body
    shown["reactions"] = [r.get("emoji", "★") for given in post.reactions.values() for r in given]
    return shown

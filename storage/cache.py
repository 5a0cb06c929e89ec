"""The people that a node has lately talked with, in memory; what is here was committed."""

from collections import OrderedDict
from threading import Lock

from flows.ports import Kept


class Cache:
    """People by chat, the least lately used forgotten first.

    `seen` counts what was written, so that a reader does not put back what it read before a later write.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._people: OrderedDict[int, Kept] = OrderedDict()
        self._chats: dict[str, int] = {}
        self._lock = Lock()
        self.seen = 0

    def of_chat(self, chat: int) -> Kept | None:
        """The person of this chat, if remembered."""
        with self._lock:
            return self._used(chat)

    def of_person(self, person: str) -> Kept | None:
        """This person, if remembered."""
        with self._lock:
            return self._used(self._chats[person]) if person in self._chats else None

    def wrote(self, written: list[tuple[int, Kept | None]]) -> None:
        """Remember what a commit made of these chats."""
        with self._lock:
            self.seen += 1
            for chat, kept in written:
                if kept is None:
                    self._forget(chat)
                else:
                    self._remember(kept)

    def read(self, kept: Kept, seen: int) -> None:
        """Remember what was read from the store, unless a commit came between."""
        with self._lock:
            if seen == self.seen:
                self._remember(kept)

    def _used(self, chat: int) -> Kept | None:
        kept = self._people.get(chat)
        if kept is not None:
            self._people.move_to_end(chat)
        return kept

    def _remember(self, kept: Kept) -> None:
        person, chat = kept.standing.person, kept.chat
        before = self._people.get(chat)
        if before is not None and before.standing.person != person:
            self._forget(chat)
        elsewhere = self._chats.get(person, chat)
        if elsewhere != chat:
            self._forget(elsewhere)
        self._people[chat] = kept
        self._people.move_to_end(chat)
        self._chats[person] = chat
        if len(self._people) > self._size:
            _, oldest = self._people.popitem(last=False)
            del self._chats[oldest.standing.person]

    def _forget(self, chat: int) -> None:
        gone = self._people.pop(chat, None)
        if gone is not None:
            del self._chats[gone.standing.person]

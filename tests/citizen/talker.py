"""One person at a node whose process can be ended, without the channel."""

import json
from datetime import timedelta

from sqlalchemy import Engine

from bot.citizen.conversation import Conversation
from bot.citizen.decode import Heard
from bot.citizen.news import News
from bot.citizen.recent import Recent
from bot.terminal.play import NOW, SPEECH
from flows.conversation.bursts import CLOSE
from flows.conversation.said import Act, Said, Words, press
from flows.conversation.standing import Standing
from flows.facts import Body, Entry, Fact, Source, Unread
from flows.talks.talks import house
from storage.engine import read
from storage.opened import entries
from storage.rows import table
from storage.tables import StandingRow
from storage.turns import StoredTurns
from tests.citizen.conftest import LAILA
from tests.keys import VAULT

ROOMS = house(SPEECH)
# Between what people do: closer together it would be a burst of a phone that had no link.
PAUSE = 2 * CLOSE


class Talker:
    """One person at a node whose process may be ended."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.time, self.update, self.now = engine, 0.0, 0, NOW
        self._begin()

    def restart(self) -> None:
        """The process ends, and another begins."""
        self.turns.close()
        self._begin()

    def _begin(self) -> None:
        self.turns = StoredTurns(self.engine, "node-1", VAULT)
        self.turns.start(ROOMS.stored)
        recent = Recent(lambda: self.time)
        self.conversation = Conversation(self.turns, ROOMS, SPEECH, lambda: self.now, recent)
        self.news = News(self.conversation)

    async def says(self, words: str, *, again: bool = False) -> str:
        """They type, or the same update comes again; what they read then."""
        return await self.acts(Words(words), again=again)

    async def presses(self, data: str, *, again: bool = False) -> str:
        """They press a button, or the same update comes again."""
        return await self.acts(press(data, 1), again=again)

    async def acts(self, act: Act, *, again: bool) -> str:
        """They do something; what they read then."""
        self.update += not again
        self.now += PAUSE if not again else timedelta()
        said = Said(act, f"u{self.update}", self.update, self.now, self.now)
        answer = await self.conversation.hear(Heard(self.update, LAILA, said))
        return str(json.loads(answer.reply)["text"]) if answer.reply else ""

    async def told(self, body: Body, position: int) -> None:
        """The centre says something of them."""
        fact = Fact(f"f{position}", self.standing.person, body, Source.STAFF, self.now, self.now, "")
        await self.news.told(Entry(fact, "desk", 1, position, self.now, position, b""))

    @property
    def standing(self) -> Standing:
        """What is stored of them."""
        kept = self.turns.of_chat(LAILA)
        assert kept is not None
        return kept.standing

    def facts(self) -> list[Body | Unread]:
        """What the node's ledger says, as the register would read it."""
        with read(self.engine) as connection:
            return [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=999)]

    def rows(self) -> bytes:
        """All that the node has stored of anyone, but what is sealed."""
        with read(self.engine) as connection:
            return b"".join(row.standing + row.reply for row in connection.execute(table(StandingRow).select()))

"""What the centre shows a person of themselves: sent as it comes, kept nowhere, and taken away after a minute."""

from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendMessage

from bot.citizen.people import People
from bot.citizen.speak import call, erase
from flows.conversation.door import is_shut
from flows.conversation.reply import Erase, Reply
from flows.conversation.screen import END, rows
from flows.facts import Fact, ViewGiven
from flows.ports import Lane, Turned
from flows.talks.view import VIEW

FRESH = timedelta(minutes=2)
SHOWN_FOR = timedelta(minutes=1)

log = structlog.get_logger()


class Views:
    """Shows them by one bot."""

    def __init__(self, bot: Bot, people: People) -> None:
        self._bot, self._people = bot, people

    async def show(self, fact: Fact) -> None:
        """Show it if the person asked just now and their PIN is not due: else somebody else may hold the phone."""
        people, body = self._people, fact.body
        kept, now = people.turns.of_person(fact.person), people.clock()
        if kept is None or not isinstance(body, ViewGiven) or now - fact.said_at > FRESH:
            return
        if is_shut(people.known(kept), now):
            return
        reply = Reply((), rows(VIEW.end.page, f"{VIEW.name}:{END}", ()), verbatim=body.words, protect=True)
        shown = call(reply, kept.chat, kept.standing.language, people.speech)
        try:
            message = await self._bot(SendMessage(**shown.params))
        except TelegramAPIError as error:
            log.warning("view.failed", error=type(error).__name__)
            return
        async with people.lock(kept.chat):
            away = people.outgoing(kept.chat, fact.person, erase(Erase(message.message_id), kept.chat), Lane.AWAY)
            due = people.due(away, SHOWN_FOR)
            await people.turns.keep(Turned(kept.chat, people.turns.of_chat(kept.chat), outgoing=(due,)))

"""Sending updates to webhooks: lanes side by side, each lane strictly in order, repeated until taken."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

import aiohttp
import msgspec

from bot.sandbox.faults import Rule
from bot.sandbox.forms import Args, read
from bot.sandbox.refusals import Refused
from bot.sandbox.rooms import Account, Webhook
from bot.sandbox.updates import Pending
from bot.sandbox.world import World

PATIENCE = 60.0
LONGEST_PAUSE = 120.0
LONGEST_ASKED = 3600.0
KINDS = ("drop", "delay", "duplicate", "reorder")
UNREACHED = (aiohttp.ClientError, TimeoutError)
Perform = Callable[[Account, str, Args], object]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a webhook said."""

    status: int
    reason: str
    kind: str
    pause: str
    content: bytes


class Deliveries:
    """The running deliveries of a world; `perform` does what a bot asks for in its answer."""

    def __init__(self, world: World, perform: Perform) -> None:
        self._world = world
        self._perform = perform
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy: set[tuple[Webhook, str]] = set()
        self._session: aiohttp.ClientSession

    async def run(self) -> None:
        """Watch every bot for as long as the server runs."""
        waits = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(
            timeout=waits, connector=aiohttp.TCPConnector(limit=0), cookie_jar=aiohttp.DummyCookieJar()
        ) as self._session:
            try:
                await self._watch_all()
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _watch_all(self) -> None:
        watched: set[int] = set()
        while True:
            seen = self._world.changes.rings
            for account in list(self._world.bots.values()):
                if account.id not in watched:
                    watched.add(account.id)
                    account.queue.fresh |= account.queue.lanes()
                    self._start(self._watch(account.id))
            await self._world.changes.wait(seen)

    async def _watch(self, bot_id: int) -> None:
        hook: Webhook | None = None
        slots = asyncio.Semaphore(1)
        while True:
            account = self._world.bots[bot_id]
            seen = account.queue.bell.rings
            if account.webhook is not hook:
                hook = account.webhook
                slots = asyncio.Semaphore(hook.connections if hook else 1)
            if hook:
                with self._world.lock:
                    fresh, account.queue.fresh = account.queue.fresh, set()
                for lane in fresh:
                    self._open(account, hook, lane, slots)
            await account.queue.bell.wait(seen)

    def _open(self, account: Account, hook: Webhook, lane: str, slots: asyncio.Semaphore) -> None:
        if (hook, lane) not in self._busy:
            self._busy.add((hook, lane))
            self._start(self._drain(account, hook, lane, slots))

    async def _drain(self, account: Account, hook: Webhook, lane: str, slots: asyncio.Semaphore) -> None:
        """Send what waits in one lane, the next only when the one before was taken."""
        pause = 0.0
        try:
            while account.webhook is hook:
                with self._world.lock:
                    pending = account.queue.head(lane)
                if pending is None:
                    return
                async with slots:
                    asked = await self._deliver(account, hook, pending)
                if asked is None:
                    pause = 0.0
                    continue
                await self._until(self._world.clock() + (asked or pause))
                pause = min(pause * 2 or 2.0, self._world.chance.uniform(PATIENCE, LONGEST_PAUSE))
        finally:
            self._busy.discard((hook, lane))
            if account.webhook is not hook or account.queue.head(lane):
                # Left under another webhook, or something came just now: look again.
                account.queue.fresh.add(lane)
                account.queue.bell.ring()

    async def _deliver(self, account: Account, hook: Webhook, pending: Pending) -> float | None:
        """Send one update once; None if it was taken, else the pause the bot asked for."""
        rule = self._world.faults.strike("deliver", KINDS)
        if rule and rule.kind == "reorder":
            with self._world.lock:
                account.queue.swap(pending.lane)
                pending = account.queue.head(pending.lane) or pending
        if rule and rule.kind == "delay":
            await asyncio.sleep(rule.seconds)
        if rule and rule.kind == "drop" and not rule.after:
            return 0.0
        try:
            answer = await self._post(hook, pending)
        except UNREACHED as wrong:
            return self._failed(hook, type(wrong).__name__, None)
        if not 200 <= answer.status < 300:
            return self._failed(hook, f"{answer.status} {answer.reason}", answer)
        return await self._taken(account, hook, pending, answer, rule)

    async def _taken(
        self, account: Account, hook: Webhook, pending: Pending, answer: Answer, rule: Rule | None
    ) -> float | None:
        if rule and rule.kind == "drop":
            return 0.0
        if rule and rule.kind == "duplicate":
            with contextlib.suppress(*UNREACHED):
                self._obey(account, await self._post(hook, pending))
        with self._world.lock:
            account.queue.settle(pending.update_id)
        self._obey(account, answer)
        return None

    async def _post(self, hook: Webhook, pending: Pending) -> Answer:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        body = msgspec.json.encode(pending.update)
        async with self._session.post(hook.url, data=body, headers=headers, allow_redirects=False) as answer:
            kind, pause = answer.headers.get("Content-Type", ""), answer.headers.get("Retry-After", "")
            return Answer(answer.status, answer.reason or "", kind, pause, await answer.read())

    def _failed(self, hook: Webhook, why: str, answer: Answer | None) -> float:
        hook.error_date = int(self._world.clock())
        hook.error = f"Wrong response from the webhook: {why}"
        asked = answer.pause if answer else ""
        return min(float(asked), LONGEST_ASKED) if asked.isdigit() else 0.0

    def _obey(self, account: Account, answer: Answer) -> None:
        """Do what the bot wrote into its answer; it never learns how that went."""
        try:
            args = read(answer.kind, answer.content)
        except Refused:
            return  # whatever it says, it asks for nothing
        if method := args.text("method"):
            self._perform(account, method, args)

    async def _until(self, due: float) -> None:
        """Wait by the world's clock, which may be moved ahead."""
        seen = self._world.ticks.rings
        while (left := due - self._world.clock()) > 0:
            await self._world.ticks.wait(seen, left)
            seen = self._world.ticks.rings

    def _start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

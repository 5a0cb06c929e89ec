"""Whoever is not Telegram posts to the webhook: nothing of it is kept, and Telegram is heard meanwhile."""

import asyncio
import random
from collections import Counter

import httpx
from sqlalchemy import Engine, func, select

from bot.citizen.front import Front
from bot.citizen.intake import Intake
from bot.citizen.telegram import Telegram
from bot.citizen.webhook import Webhook
from bot.courier import connect
from storage.engine import migrate, now_utc, open_store, read
from storage.rows import table
from storage.tables import PoisonRow, UpdateRow
from tests.faults.row import Row, Run
from tests.faults.updates import FIRST_CHAT, talks, typed
from tests.processes import CITIZEN_TOKEN, SECRET, free_port

PATH, HEADER = "/hook", "X-Telegram-Bot-Api-Secret-Token"
LINES, EVERY = 60, 20


def forged(run: Run) -> str:
    """Post as strangers would, some of them very slowly, and now and then as Telegram."""
    engine = open_store(str(run.place / "node.db"))
    migrate(engine)
    counts, heard = asyncio.run(_served(engine, run))
    with read(engine) as connection:
        kept = [connection.scalar(select(func.count()).select_from(table(row))) for row in (UpdateRow, PoisonRow)]
    engine.dispose()
    assert kept == [heard, 0], f"of {heard} updates of Telegram's {kept[0]} are kept"
    told = ", ".join(f"{count} x {status}" for status, count in counts.most_common())
    return f"0 accepted ({told}); {LINES} lines held open, all {heard} updates of Telegram's taken meanwhile"


async def _served(engine: Engine, run: Run) -> tuple[Counter[str], int]:
    port, stop = free_port(), asyncio.Event()
    async with talks(engine) as conversation:
        # Nothing that is heard here is answered by a call of our own.
        telegram = Telegram(connect(CITIZEN_TOKEN, "http://127.0.0.1:9"), conversation)
        front = Front(Webhook(Intake(conversation, now_utc), telegram, PATH, SECRET).answer)
        serving = asyncio.create_task(front.serve("127.0.0.1", port, stop))
        await asyncio.sleep(0.1)
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(LINES)]
        for _, writer in slow:
            writer.write(b"POST /hook HTTP/1.1\r\nContent-Length: 9999\r\n")
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=5) as client:
            counts, heard = await _posted(client, run)
        for _, writer in slow:
            writer.close()
        stop.set()
        await serving
        await telegram.close()
    return counts, heard


async def _posted(client: httpx.AsyncClient, run: Run) -> tuple[Counter[str], int]:
    counts, heard, chance = Counter[str](), 0, run.chance
    for number in range(1, run.size + 1):
        raw = typed(number, FIRST_CHAT, number, "hello").raw
        status = await _stranger(client, chance, raw)
        assert status != "200", "a stranger was taken for Telegram"
        counts[status] += 1
        if number % EVERY == 0:
            heard += 1
            answer = await client.post(PATH, content=raw, headers={HEADER: SECRET})
            assert answer.status_code == 200, "Telegram was not heard"
    return counts, heard


async def _stranger(client: httpx.AsyncClient, chance: random.Random, raw: bytes) -> str:
    """One request of somebody who does not know the secret, and what it was answered with."""
    secrets = ("", SECRET[:-1], SECRET.upper(), f"{SECRET} ", f"{SECRET}\0"[:-1] + "x", "x" * 300, SECRET[::-1])
    path = chance.choice((PATH, PATH, PATH, f"{PATH}/", "/", f"{PATH}%00", "/HOOK", f"//{PATH}", "/../hook"))
    method = chance.choice(("POST", "POST", "POST", "GET", "PUT", "HEAD", "OPTIONS"))
    body = chance.choice((raw, raw, b"", raw[:9], b"\0" * 5000, b"x" * (2 << 20)))
    headers = {HEADER: chance.choice(secrets)} if chance.random() < 0.9 else {}
    try:
        answer = await client.request(method, path, content=body, headers=headers)
    except httpx.TransportError:
        return "hung up on"
    return str(answer.status_code)


ROW = Row("forged", "threat 9: forged webhooks, slow lines", forged, small=100, large=1000)

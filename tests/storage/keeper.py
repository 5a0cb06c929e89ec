"""A process to be killed: `python -m tests.storage.keeper <store>` keeps turns and prints each update it kept.

For every line on its standard input it forks a child that keeps turns from that update on, and prints the
child's process id; forking spares each child the time of importing.
"""

import asyncio
import gc
import os
import sys
from pathlib import Path

from storage.engine import open_store
from storage.turns import StoredTurns
from tests.keys import VAULT
from tests.storage.said import message, turned

CHATS = 20


async def keep_for_ever(turns: StoredTurns, first: int) -> None:
    """Keep turns of twenty people at once; an update is printed only when its turn is durable."""

    async def person(chat: int) -> None:
        for update in range(first + chat, first + 10**9, CHATS):
            await turns.keep(turned(chat, update, outgoing=(message(chat),)))
            os.write(1, b"kept %d\n" % update)

    await asyncio.gather(*[person(chat) for chat in range(CHATS)])


def child(store: str, first: int) -> None:
    """Take the store over from whoever was killed, and keep turns until killed."""
    turns = StoredTurns(open_store(store), "N", VAULT)
    turns.start()
    asyncio.run(keep_for_ever(turns, first))


def main() -> None:
    """Fork a child for each line, and wait for its end."""
    gc.freeze()
    store = str(Path(sys.argv[1]))
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(store, int(line))
        os.write(1, b"began %d\n" % pid)
        os.waitpid(pid, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()

"""A process to be killed: `python -m tests.storage.keeper STORE [KEY]` keeps turns and prints each update it kept.

For every line on its standard input it forks a child that prints its process id and keeps turns from that update;
forking spares each child the time of importing. The key, in hexadecimal, is the store's.
"""

import asyncio
import gc
import os
import sys
import time

from storage.engine import open_store
from storage.turns import StoredTurns
from tests.keys import VAULT
from tests.storage.said import message, turned

CHATS = 20
# What is said here goes its own way: a log that writes to standard output, and dies in a line, would hide it.
SAID = os.dup(1)
os.dup2(2, 1)


async def keep_for_ever(turns: StoredTurns, first: int) -> None:
    """Keep turns of twenty people at once; an update is printed, with the moment, once its turn is durable."""

    async def person(chat: int) -> None:
        for update in range(first + chat, first + 10**9, CHATS):
            await turns.keep(turned(chat, update, outgoing=(message(chat),)))
            os.write(SAID, b"kept %d %d\n" % (update, time.monotonic_ns()))

    await asyncio.gather(*[person(chat) for chat in range(CHATS)])


def child(store: str, key: bytes | None, first: int) -> None:
    """Take the store over from whoever was killed, and keep turns until killed."""
    os.write(SAID, b"began %d\n" % os.getpid())
    turns = StoredTurns(open_store(store, key), "N", VAULT)
    turns.start()
    asyncio.run(keep_for_ever(turns, first))


def main() -> None:
    """Fork a child for each line, and wait for its end."""
    gc.freeze()
    store, key = sys.argv[1], bytes.fromhex(sys.argv[2]) if len(sys.argv) > 2 else None
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(store, key, int(line))
        os.waitpid(pid, 0)
        os.write(SAID, b"ended\n")


if __name__ == "__main__":
    main()

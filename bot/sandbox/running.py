"""A sandbox in a thread of its own, for tests and for programs that want one beside them."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

from bot.sandbox.app import server
from bot.sandbox.world import World

PATIENCE = 10.0


@contextlib.contextmanager
def running(world: World, port: int = 0) -> Iterator[str]:
    """Serve a world on loopback while the block runs; the value is the base URL."""
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        number = listening.getsockname()[1]
        serving = server(world, "127.0.0.1", number)
        thread = threading.Thread(target=serving.run, args=([listening],), name="sandbox", daemon=True)
        thread.start()
        deadline = time.monotonic() + PATIENCE
        while not serving.started:
            if not thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the sandbox did not start")
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{number}"
        finally:
            serving.should_exit = True
            thread.join(PATIENCE)

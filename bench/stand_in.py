"""A stand-in for the Bot API that agrees to every call, as cheaply as it can: `python -m bench.stand_in PORT`."""

import asyncio
import sys
from typing import cast

import uvloop

YES = b'{"ok":true,"result":true}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(YES), YES)


class Agreeing(asyncio.Protocol):
    """One connection; requests may come one after the other without waiting."""

    calls = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody calls."""
        self._transport = cast(asyncio.Transport, transport)
        self._got = b""

    def data_received(self, got: bytes) -> None:
        """Agree to each whole request; presses are counted, and told at /count."""
        self._got += got
        while (end := self._got.find(b"\r\n\r\n")) >= 0:
            head = self._got[:end]
            _, _, length = head.lower().partition(b"content-length:")
            whole = end + 4 + int(length.split(b"\r\n", 1)[0] or 0)
            if len(self._got) < whole:
                return
            self._got = self._got[whole:]
            if head.startswith(b"GET /count "):
                told = b"%d" % Agreeing.calls
                self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(told), told))
                continue
            Agreeing.calls += b"answercallbackquery" in head.split(b"\r\n", 1)[0].lower()
            self._transport.write(ANSWER)


async def main(port: int) -> None:
    """Serve until stopped."""
    server = await asyncio.get_running_loop().create_server(Agreeing, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))

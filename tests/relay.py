"""A link that can be cut: a TCP relay in a thread of its own."""

import socket
import threading
from contextlib import suppress
from types import TracebackType

CHUNK = 65536


class Relay:
    """Carries bytes from its own port to another, while the link is up."""

    def __init__(self, to: int) -> None:
        self._to, self._up = to, True
        self._open: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]

    def __enter__(self) -> "Relay":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        self._listening.close()

    def cut(self) -> None:
        """Drop every connection, and take no new one."""
        self._up = False
        for end in list(self._open):
            _drop(end)

    def join(self) -> None:
        """Carry again."""
        self._up = True

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                if not self._up:
                    _drop(near)
                    continue
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    _drop(near)
                    continue
                self._open |= {near, far}
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while carried := source.recv(CHUNK):
                sink.sendall(carried)
        for end in (source, sink):
            self._open.discard(end)
            _drop(end)


def _drop(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()

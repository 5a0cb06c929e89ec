"""What a test of the sandbox stands on: a bot, two persons, and ways to reach the API."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
from telegram.ext import Application, ApplicationBuilder

from bot.sandbox.client import Sandbox
from bot.sandbox.world import World

Json = dict[str, Any]


@dataclass(frozen=True)
class Stage:
    """One test's corner of the world."""

    url: str
    world: World
    sandbox: Sandbox
    token: str
    username: str
    laila: int
    omid: int
    http: httpx.Client

    @property
    def bot_id(self) -> int:
        """The bot's id."""
        return int(self.token.partition(":")[0])

    def call(self, method: str, **args: Any) -> Json:
        """Call the Bot API as plain JSON and return the whole answer."""
        answer = self.http.post(f"{self.url}/bot{self.token}/{method}", json=args)
        body: Json = answer.json()
        assert answer.status_code == (200 if body["ok"] else body["error_code"])
        return body

    def result(self, method: str, **args: Any) -> Any:
        """Call the Bot API and return the result, which must be there."""
        body = self.call(method, **args)
        assert body["ok"], body
        return body["result"]

    def refusal(self, method: str, **args: Any) -> str:
        """Call the Bot API and return why it refused."""
        body = self.call(method, **args)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"

    def updates(self, **args: Any) -> list[Json]:
        """What waits for the bot."""
        found: list[Json] = self.result("getUpdates", **args)
        return found

    def say(self, text: str) -> Json:
        """Laila writes to the bot."""
        return self.sandbox.say(self.laila, self.username, text)

    def told(self, text: str, **args: Any) -> Json:
        """The bot writes to Laila."""
        sent: Json = self.result("sendMessage", chat_id=self.laila, text=text, **args)
        return sent

    @staticmethod
    def until(holds: Callable[[], bool], seconds: float = 5.0) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def application(self) -> "ApplicationBuilder[Any, Any, Any, Any, Any, Any]":
        """A python-telegram-bot application about to be built."""
        builder = Application.builder().token(self.token)
        return builder.base_url(f"{self.url}/bot").base_file_url(f"{self.url}/file/bot")


@dataclass
class Hook:
    """A webhook that writes down what it gets and answers as it is told."""

    got: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answer: Callable[[Json], tuple[int, Json, dict[str, str]]] = lambda _: (200, {}, {})
    url: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def texts(self) -> list[str]:
        """The texts it got, in order."""
        return [update["message"]["text"] for update in self.got if "message" in update]

    def wait(self, count: int, seconds: float = 5.0) -> list[Json]:
        """Wait until so many updates came."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.got) >= count, seconds), self.got
            return list(self.got)


@contextmanager
def hooked() -> Iterator[Hook]:
    """A webhook listening on loopback."""
    hook = Hook()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with hook.changed:
                hook.got.append(update)
                hook.secrets.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
                hook.changed.notify_all()
            status, body, headers = hook.answer(update)
            written = json.dumps(body).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    hook.url = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

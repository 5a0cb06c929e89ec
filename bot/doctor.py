"""`hamrah doctor`: what is wrong with this deployment, each in one sentence with its mending."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
import msgspec
import typer

from bot import catalogs
from bot.compose.stores import store
from bot.settings import Settings, Unset
from bot.speech import Speech
from flows.conversation.proofs import faults
from flows.talks.talks import FLOWS
from storage.errors import StoreError

PATIENCE = 5.0
DRIFT = 300  # seconds; beyond it the times of facts are not to be trusted (reliability: clock guard)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `wrong` is "" when it is well."""

    what: str
    wrong: str = ""


def examine(given: Settings, *, as_json: bool) -> int:
    """Print every finding; 1 if anything is wrong."""
    found = asyncio.run(_examined(given))
    if as_json:
        typer.echo(msgspec.json.encode([asdict(finding) for finding in found]).decode())
    else:
        for finding in found:
            typer.echo(f"{'WRONG' if finding.wrong else 'well '}  {finding.what}" + _indented(finding.wrong))
    return int(any(finding.wrong for finding in found))


async def _examined(given: Settings) -> list[Finding]:
    looks: list[tuple[str, Callable[[], Awaitable[str]]]] = [
        ("languages", _languages),
        ("talks", _talks),
        ("node store", lambda: _store(given.store)),
        ("register store", lambda: _store(given.register_store)),
        ("citizens' bot", lambda: _bot(given, "citizen_token")),
        ("desk bot", lambda: _bot(given, "desk_token")),
        ("staff chat", lambda: _asked(given.staff)),
        ("webhook", lambda: _asked(given.secret if given.webhook_url else str)),
        ("register", lambda: _register(given)),
        ("clock", lambda: _clock(given)),
    ]
    return [Finding(what, await look()) for what, look in looks]


async def _languages() -> str:
    Speech()
    behind = [path.name for path in catalogs.stale()]
    return f"catalogs are behind the texts: {', '.join(behind)}; run make strings." if behind else ""


async def _talks() -> str:
    return "; ".join(faults(FLOWS))


async def _store(url: str) -> str:
    try:
        store(url).dispose()
    except (Unset, StoreError) as error:
        return str(error)
    return ""


async def _asked(setting: Callable[[], object]) -> str:
    try:
        setting()
    except Unset as unset:
        return str(unset)
    return ""


async def _bot(given: Settings, name: str) -> str:
    try:
        token = given.token(name)
    except Unset as unset:
        return str(unset)
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=_abroad(given)) as client:
            answer = await client.get(f"{given.telegram_api}/bot{token}/getMe")
    except httpx.HTTPError as error:
        return f"the Bot API is not reached ({type(error).__name__}): check HAMRAH_TELEGRAM_API and the link."
    if answer.status_code in (401, 404):
        return f"Telegram does not know the token: ask @BotFather for it again and set HAMRAH_{name.upper()}."
    return "" if answer.is_success else f"the Bot API answers {answer.status_code}: try again later."


async def _register(given: Settings) -> str:
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            answer = await client.get(f"{given.register_url}/health")
    except httpx.HTTPError as error:
        why = type(error).__name__
        return f"it is not reached ({why}): start it, or mend the link; the node works on meanwhile."
    return "" if answer.is_success else f"it answers {answer.status_code}: look at its log."


async def _clock(given: Settings) -> str:
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=_abroad(given)) as client:
            answer = await client.get(given.telegram_api)
    except httpx.HTTPError:
        return ""
    for told in _date(answer.headers.get("date", "")):
        apart = abs((datetime.now(UTC) - told).total_seconds())
        if apart > DRIFT:
            return f"it is {apart / 60:.0f} minutes off the Bot API's: set it, or keep it with NTP."
    return ""


def _date(header: str) -> Iterator[datetime]:
    try:
        yield parsedate_to_datetime(header)
    except ValueError:
        return


def _abroad(given: Settings) -> bool:
    """A proxy of the environment is asked about other machines only."""
    return not given.telegram_api.startswith(("http://127.0.0.1", "http://localhost"))


def _indented(wrong: str) -> str:
    return f": {wrong}" if wrong else ""

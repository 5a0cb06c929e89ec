"""`hamrah doctor`: what is wrong with this machine's part, each in one sentence with its mending."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import msgspec
import typer

from bot import catalogs
from bot.doctor import links, machine, stores
from bot.keys import Centre
from bot.ocr.eyes import missing
from bot.reviewing import refuse_unreviewed
from bot.settings import Settings, Unset
from bot.speech import DRAFTS, Speech
from flows.conversation.proofs import faults
from flows.talks.talks import FLOWS
from storage.errors import StoreError

Look = Callable[[], str | Awaitable[str]]
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `wrong` is "" when it is well."""

    what: str
    wrong: str = ""


def examine(given: Settings, *, as_json: bool) -> int:
    """Print every finding; 1 if anything is wrong."""
    found = asyncio.run(examined(given))
    if as_json:
        typer.echo(msgspec.json.encode([asdict(finding) for finding in found]).decode())
    else:
        for finding in found:
            said = f": {finding.wrong}" if finding.wrong else ""
            typer.echo(f"{'WRONG' if finding.wrong else 'well '}  {finding.what}{said}")
    return int(any(finding.wrong for finding in found))


async def examined(given: Settings, now: Clock = lambda: datetime.now(UTC)) -> Sequence[Finding]:
    """What there is to be looked at here: where the centre's keys are, the register's; elsewhere a node's."""
    looks: dict[str, Look] = {
        "languages": lambda: _languages(given),
        "talks": lambda: "; ".join(faults(FLOWS)),
        "keys": lambda: machine.keys(given),
        "certificate": lambda: machine.certificate(given, now()),
        "backups": lambda: machine.backups(given),
    }
    looks |= _of_the_centre(given, now) if Centre(given.keys).is_here else _of_a_node(given, now)
    return [Finding(what, await _said(look)) for what, look in looks.items()]


def _of_the_centre(given: Settings, now: Clock) -> dict[str, Look]:
    looks: dict[str, Look] = {
        "register store": lambda: stores.register(given),
        "register disk": lambda: machine.disk(given.register_store),
        "page": lambda: _asked(given.console_at),
        "desk bot": lambda: links.bot(given, given.token("desk_token")),
        "staff chat": lambda: _asked(given.staff),
        "clock": lambda: links.clock(given, now()),
    }
    if given.ocr:
        looks["reading photos"] = missing
    if given.citizen_token.get_secret_value():
        looks["citizens' bot"] = lambda: links.bot(given, given.token("citizen_token"))
    if stores.is_there(given.store):
        # A small deployment: the node is here as well.
        looks |= {"node store": lambda: stores.node(given), "node disk": lambda: machine.node_disk(given.store)}
    return looks


def _of_a_node(given: Settings, now: Clock) -> dict[str, Look]:
    return {
        "secrets": lambda: _asked(given.nothing_on_disk),
        "node store": lambda: stores.node(given),
        "node disk": lambda: machine.node_disk(given.store),
        "register": lambda: links.register(given),
        "citizens' bot": lambda: links.lent_bot(given),
        "webhook": lambda: _asked(given.secret if given.webhook_url else str),
        "figures": lambda: _asked(given.metrics_at),
        "clock": lambda: links.clock(given, now()),
        "register's clock": lambda: links.register_clock(given, now()),
    }


async def _said(look: Look) -> str:
    try:
        said = look()
        return said if isinstance(said, str) else await said
    except (Unset, StoreError) as error:
        return str(error)


def _asked(setting: Callable[[], object]) -> str:
    setting()
    return ""


def _languages(given: Settings) -> str:
    given.drafts()
    if not given.unreviewed:
        refuse_unreviewed(Speech(drafts=given.drafts()))
    Speech(drafts=DRAFTS)
    behind = [path.name for path in catalogs.stale()]
    return f"catalogs are behind the texts: {', '.join(behind)}; run make strings." if behind else ""

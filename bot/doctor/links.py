"""What the doctor looks at beyond the machine: the bots, the register, and their clocks."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from bot.api.tls import of_node
from bot.compose.unlocking import lent, linked
from bot.keys import Carried
from bot.settings import Settings, here
from flows.link import LinkDown, Refused
from storage.slots import beside

PATIENCE = 5.0
DRIFT = 300  # seconds; beyond it the times of facts are not to be trusted (reliability: clock guard)


async def bot(given: Settings, token: str) -> str:
    """Whether Telegram knows this token."""
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=_abroad(given)) as client:
            answer = await client.get(f"{given.telegram_api}/bot{token}/getMe")
    except httpx.HTTPError as error:
        return f"the Bot API is not reached ({type(error).__name__}): check HAMRAH_TELEGRAM_API and the link."
    if answer.status_code in (401, 404):
        return "Telegram does not know its token: ask @BotFather for it again, and set or lend the new one."
    return "" if answer.is_success else f"the Bot API answers {answer.status_code}: try again later."


async def lent_bot(given: Settings) -> str:
    """The same of the token that is given here, or lent by the register."""
    if given.citizen_token.get_secret_value():
        return await bot(given, given.token("citizen_token"))
    slots = beside(given.store).read()
    if slots is None:
        return ""  # the register lends it at the first start
    token = (await lent(given, _carried(given), slots)).token
    if not token:
        return "the register lends no token: run hamrah node add there with HAMRAH_CITIZEN_TOKEN, or set it here."
    return await bot(given, token)


async def register(given: Settings) -> str:
    """Whether it is reached by TLS, is ours, and trusts us."""
    try:
        async with linked(given, _carried(given)) as link:
            await link.head(1)
    except LinkDown as down:
        return (
            f"it is not reached ({down}): start it, mend the link, and see that HAMRAH_REGISTER_URL names a host "
            "that its certificate names; the node works on meanwhile."
        )
    except Refused as refused:
        if refused.why == "REVOKED":
            return f"it has revoked node {given.node}: ask the centre, and use this machine no more until then."
        return f"it refuses node {given.node} ({refused.why}): let hamrah node add make it known there."
    return ""


async def clock(given: Settings, now: datetime) -> str:
    """This machine's clock against the Bot API's."""
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=_abroad(given)) as client:
            answer = await client.get(given.telegram_api)
    except httpx.HTTPError:
        return ""
    return _apart(answer, now, "the Bot API's")


async def register_clock(given: Settings, now: datetime) -> str:
    """This machine's clock against the register's."""
    keys = _carried(given)
    try:
        tls = of_node(keys.folder, keys.passphrase)
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False, verify=tls) as client:
            answer = await client.get(f"{given.link()}/health")
    except httpx.HTTPError:
        return ""
    return _apart(answer, now, "the register's")


def _apart(answer: httpx.Response, now: datetime, whose: str) -> str:
    for told in _date(answer.headers.get("date", "")):
        apart = abs((now - told).total_seconds())
        if apart > DRIFT:
            return f"it is {apart / 60:.0f} minutes off {whose}: set it, or keep it with NTP."
    return ""


def _date(header: str) -> Iterator[datetime]:
    try:
        yield parsedate_to_datetime(header)
    except ValueError:
        return


def _carried(given: Settings) -> Carried:
    return Carried(given.keys, given.passphrase.get_secret_value())


def _abroad(given: Settings) -> bool:
    """A proxy of the environment is asked about other machines only."""
    return not here(urlsplit(given.telegram_api).hostname or "")

"""The Bot API over HTTP: the routes both libraries call."""

import asyncio
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.sandbox.faults import CALL_KINDS, Rule
from bot.sandbox.forms import Args, read
from bot.sandbox.methods import METHODS, NOT_IN_ANSWER
from bot.sandbox.methods.calls import Call
from bot.sandbox.polling import get_updates
from bot.sandbox.refusals import Json, Refused, too_many
from bot.sandbox.rooms import Account
from bot.sandbox.world import World


class HangUp(Response):
    """No answer at all: the connection is cut."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Cut the connection and wait until it is gone."""
        scope["extensions"]["hang_up"]["now"]()
        while (await receive())["type"] != "http.disconnect":
            pass


def answer_json(body: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(msgspec.json.encode(body), status, media_type="application/json")


async def call_method(request: Request) -> Response:
    """Serve `/bot<token>/<method>`."""
    world: World = request.app.state.world
    name = request.path_params["method"]
    try:
        account = _account(world, request)
        args = read(request.headers.get("content-type", ""), await request.body())
        if request.query_params:
            args = Args({**request.query_params, **args.fields}, args.files)
        rule = world.faults.strike(name, CALL_KINDS)
        if rule and (fault := await _struck(rule)):
            return fault
        result = await _result(world, account, name, args)
    except Refused as refused:
        return answer_json(refused.as_json(), refused.code)
    return HangUp() if rule and rule.kind == "drop" else answer_json({"ok": True, "result": result})


async def download(request: Request) -> Response:
    """Serve `/file/bot<token>/<path>`."""
    world: World = request.app.state.world
    try:
        _account(world, request)
    except Refused as refused:
        return answer_json(refused.as_json(), refused.code)
    stored = world.files.path(request.path_params["path"])
    if stored is None:
        return answer_json(Refused(404, "Not Found").as_json(), 404)
    return Response(stored.content, media_type="application/octet-stream")


def perform(world: World, account: Account, name: str, args: Args) -> Any:
    """Do one call, alone in the world."""
    method = METHODS.get(name.lower())
    if method is None:
        raise Refused(404, "Not Found")
    with world.lock:
        return method(Call(world, account, args))


def perform_unheard(world: World, account: Account, name: str, args: Args) -> None:
    """Do what a bot asked for in its answer to a webhook, and keep the outcome from it."""
    if name.lower().startswith("get") or name.lower() in NOT_IN_ANSWER:
        return
    try:
        perform(world, account, name, args)
    except Refused as refused:
        world.unheard.append({"method": name, **refused.as_json()})


async def _result(world: World, account: Account, name: str, args: Args) -> list[Json] | Any:
    if name.lower() == "getupdates":
        return await get_updates(world, account, args)
    return perform(world, account, name, args)


async def _struck(rule: Rule) -> Response | None:
    """The answer a fault gives in place of the method's own, if it does."""
    match rule.kind:
        case "429":
            raise too_many(rule.retry_after)
        case "5xx":
            raise Refused(502, "Bad Gateway")
        case "delay":
            await asyncio.sleep(rule.seconds)
        case "drop" if not rule.after:
            return HangUp()
    return None


def _account(world: World, request: Request) -> Account:
    account = world.bot_by_token(request.path_params["token"])
    if account is None:
        raise Refused(401, "Unauthorized")
    return account

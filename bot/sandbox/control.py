"""The control API under `/sandbox`: persons, faults, clock and transcripts, for tests and the page."""

import base64
from collections.abc import AsyncIterator
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.botapi import answer_json
from bot.sandbox.refusals import Json, Refused, bad
from bot.sandbox.world import World

HEARTBEAT = 15.0


def add_user(world: World, given: Json) -> Json:
    """Register a person."""
    return world.add_user(**given).as_user()


def add_bot(world: World, given: Json) -> Json:
    """Register a bot."""
    return world.add_bot(**given).as_user()


def add_group(world: World, given: Json) -> Json:
    """Make a group; members are ids of persons and usernames or ids of bots."""
    members = [m if isinstance(m, int) else world.bot_called(m).id for m in given.pop("members")]
    return world.add_group(given.pop("title"), members, **given).chat


def say(world: World, given: Json) -> Json:
    """A person writes."""
    return world.say(**given)


def send(world: World, given: Json) -> Json:
    """A person sends something that is not text; its bytes, if any, come as base64."""
    encoded = given.pop("content", None)
    return world.send(**given, content=None if encoded is None else base64.b64decode(encoded))


def press(world: World, given: Json) -> Json:
    """A person presses a button."""
    return world.press(**given)


def edit(world: World, given: Json) -> Json:
    """A person edits."""
    return world.edit(**given)


def block(world: World, given: Json) -> Json:
    """A person blocks a bot or lets it speak."""
    world.block(**given)
    return {}


def faults(world: World, given: Json) -> list[Json]:
    """Put other faults in force."""
    world.faults.replace(given.get("rules", []), given.get("seed"))
    world.changes.ring()
    return world.faults.as_json()


def limits(world: World, given: Json) -> Json:
    """Set how much may be sent."""
    for name in ("per_second", "per_chat_per_second", "per_group_per_minute", "penalty"):
        if name in given:
            setattr(world.limits, name, given[name])
    return {"refusals": world.limits.refusals}


def clock(world: World, given: Json) -> Json:
    """Move time ahead."""
    return {"now": world.advance(float(given.get("advance", 0)))}


VERBS = {
    "users": add_user,
    "bots": add_bot,
    "groups": add_group,
    "say": say,
    "send": send,
    "press": press,
    "edit": edit,
    "block": block,
    "faults": faults,
    "limits": limits,
    "clock": clock,
}


async def act(request: Request) -> Response:
    """Serve one POST: its JSON body is what the verb takes."""
    world: World = request.app.state.world
    try:
        if not request.headers.get("content-type", "").startswith("application/json"):
            raise bad("the control API takes JSON")
        given = msgspec.json.decode(await request.body() or b"{}", type=dict[str, Any])
        verb = VERBS.get(request.path_params["verb"])
        if verb is None:
            raise Refused(404, "Not Found")
        done = verb(world, given)
    except Refused as refused:
        return answer_json(refused.as_json(), refused.code)
    except (TypeError, KeyError, ValueError) as wrong:
        return answer_json(bad(f"not understood: {wrong}").as_json(), 400)
    return answer_json({"ok": True, "result": done})


async def everyone(request: Request) -> Response:
    """Who there is: persons, bots and groups."""
    world: World = request.app.state.world
    with world.lock:
        told = {
            "users": [person.as_user() for person in world.people.values()],
            "bots": [account.as_user() for account in world.bots.values()],
            "groups": [room.chat for room in world.rooms.values() if not room.private],
            "now": world.clock(),
            "faults": world.faults.as_json(),
            "unheard": list(world.unheard),
        }
    return answer_json({"ok": True, "result": told})


async def current_faults(request: Request) -> Response:
    """The faults in force."""
    return answer_json({"ok": True, "result": request.app.state.world.faults.as_json()})


async def transcript(request: Request) -> Response:
    """What was said in a room."""
    asked = request.query_params
    user, last = asked.get("user", ""), asked.get("last", "")
    try:
        told = request.app.state.world.transcript(
            request.path_params["chat"],
            int(user) if user.isdigit() else None,
            last=int(last) if last.isdigit() else 0,
        )
    except Refused as refused:
        return answer_json(refused.as_json(), refused.code)
    return answer_json({"ok": True, "result": told})


async def press_answer(request: Request) -> Response:
    """Whether a press has been answered, and how."""
    press = request.app.state.world.presses.get(request.path_params["number"])
    return answer_json({"ok": press is not None, "result": press}, 200 if press else 404)


async def picture(request: Request) -> Response:
    """The bytes of a photo, for the page."""
    stored = request.app.state.world.files.key(request.path_params["key"])
    if stored is None or stored.kind != "photo":
        return answer_json(Refused(404, "Not Found").as_json(), 404)
    mime = "image/png" if stored.content.startswith(b"\x89PNG") else "image/jpeg"
    return Response(stored.content, media_type=mime)


async def events(request: Request) -> Response:
    """A stream that says whenever something changed."""
    world: World = request.app.state.world

    async def told() -> AsyncIterator[str]:
        while not world.closing:
            seen = world.changes.rings
            yield f"data: {seen}\n\n"
            await world.changes.wait(seen, HEARTBEAT)

    return StreamingResponse(told(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/sandbox/world", everyone),
    Route("/sandbox/events", events),
    Route("/sandbox/faults", current_faults, methods=["GET"]),
    Route("/sandbox/chats/{chat}/messages", transcript),
    Route("/sandbox/presses/{number}", press_answer),
    Route("/sandbox/pictures/{key}", picture),
    Route("/sandbox/{verb}", act, methods=["POST"]),
]

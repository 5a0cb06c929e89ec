"""The bot's own account: who it is, its commands and texts, and its webhook."""

import re
from urllib.parse import urlsplit

from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
TEXTS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}


def get_me(call: Call) -> Json:
    """Who the bot is."""
    return {
        **call.bot.as_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_webhook(call: Call) -> bool:
    """Have updates sent to a URL. Unlike Telegram's, it may be plain HTTP on any port."""
    url = call.args.text("url")
    if not url:
        return delete_webhook(call)
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise bad("bad webhook: invalid webhook URL specified")
    secret = call.args.text("secret_token") or None
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    connections = min(100, max(1, call.args.whole("max_connections", 40)))
    queue = call.bot.queue
    _allow(call)
    if call.args.flag("drop_pending_updates"):
        queue.clear()
    call.bot.webhook = Webhook(url, secret, connections, call.args.upload("certificate") is not None)
    queue.poller += 1
    queue.fresh = queue.lanes()
    queue.bell.ring()
    return True


def delete_webhook(call: Call) -> bool:
    """Go back to polling."""
    call.bot.webhook = None
    if call.args.flag("drop_pending_updates"):
        call.bot.queue.clear()
    call.bot.queue.bell.ring()
    return True


def get_webhook(call: Call) -> Json:
    """How the webhook is doing."""
    hook, queue = call.bot.webhook, call.bot.queue
    told: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": hook.certificate if hook else False,
        "pending_update_count": queue.count(),
    }
    if hook:
        told["max_connections"] = hook.connections
        if hook.error_date:
            told |= {"last_error_date": hook.error_date, "last_error_message": hook.error or ""}
    if queue.allowed:
        told["allowed_updates"] = sorted(queue.allowed)
    return told


def set_commands(call: Call) -> bool:
    """List the bot's commands, for a scope and language."""
    commands = call.args.array("commands") or []
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or not COMMAND.fullmatch(command.get("command", "")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call)] = commands
    return True


def get_commands(call: Call) -> list[Json]:
    """The bot's commands for a scope and language."""
    return call.bot.commands.get(_scope(call), [])


def delete_commands(call: Call) -> bool:
    """Take the bot's commands back."""
    call.bot.commands.pop(_scope(call), None)
    return True


def set_menu(call: Call) -> bool:
    """Choose the button beside the text field."""
    call.bot.menu[call.args.whole("chat_id", 0)] = call.args.object("menu_button") or {"type": "default"}
    return True


def get_menu(call: Call) -> Json:
    """The button beside the text field."""
    return call.bot.menu.get(call.args.whole("chat_id", 0), {"type": "commands"})


def agree(_: Call) -> bool:
    """Say yes to what changes nothing here."""
    return True


def _allow(call: Call) -> None:
    # Not given means: as before. An empty list means: the usual kinds.
    allowed = call.args.array("allowed_updates")
    if allowed is not None:
        call.bot.queue.allowed = frozenset(allowed)


def _scope(call: Call) -> str:
    scope = call.args.object("scope") or {"type": "default"}
    return f"{sorted(scope.items())} {call.args.text('language_code')}"


def _setter(name: str, limit: int) -> Method:
    def set_text(call: Call) -> bool:
        text = call.args.text(name)
        if len(text) > limit:
            raise bad(f"{name} is too long")
        call.bot.texts[f"{name} {call.args.text('language_code')}"] = text
        return True

    return set_text


def _getter(name: str) -> Method:
    def get_text(call: Call) -> Json:
        own = call.bot.name if name == "name" else ""
        return {name: call.bot.texts.get(f"{name} {call.args.text('language_code')}", own)}

    return get_text


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setChatMenuButton": set_menu,
    "getChatMenuButton": get_menu,
    "logOut": agree,
    "close": agree,
    **{f"setMy{title}": _setter(name, limit) for title, (name, limit) in TEXTS.items()},
    **{f"getMy{title}": _getter(name) for title, (name, _) in TEXTS.items()},
}

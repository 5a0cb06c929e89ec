"""Keyboards under messages and under the text field: what is allowed, and finding a button."""

from collections.abc import Iterator

from bot.sandbox.refusals import Json, bad

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
    "request_users": "users can be requested in private chats only",
}


def checked(markup: Json, *, private: bool) -> Json:
    """A reply_markup in order, with short buttons written out; anything else is refused."""
    try:
        return _checked(markup, private)
    except (AttributeError, TypeError):
        raise bad("can't parse reply keyboard markup JSON object") from None


def buttons(markup: Json | None) -> Iterator[Json]:
    """Every button of a keyboard of either kind."""
    for row in (markup or {}).get("inline_keyboard", ()) or (markup or {}).get("keyboard", ()):
        yield from row


def _checked(markup: Json, private: bool) -> Json:
    if "inline_keyboard" in markup:
        rows = [[_inline(button) for button in row] for row in markup["inline_keyboard"] if row]
        return {"inline_keyboard": rows}
    if "keyboard" in markup:
        rows = [[_plain(button, private) for button in row] for row in markup["keyboard"] if row]
        if not rows:
            raise bad("reply keyboard must be non-empty")
        return {**markup, "keyboard": rows}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    raise bad("object expected as reply markup")


def _inline(button: Json) -> Json:
    if not button.get("text"):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if sum(action in button for action in ACTIONS) != 1 and not button.get("disabled"):
        raise bad("can't parse inline keyboard button: exactly one action is needed")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    return button


def _plain(button: Json | str, private: bool) -> Json:
    plain: Json = {"text": button} if isinstance(button, str) else button
    if not plain.get("text"):
        raise bad('can\'t parse keyboard button: field "text" must be non-empty')
    for wish, why in PRIVATE_ONLY.items():
        if plain.get(wish) and not private:
            raise bad(why)
    return plain

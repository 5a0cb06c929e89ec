"""Changing, deleting, pinning and answering what is already there."""

from bot.sandbox.forms import Args
from bot.sandbox.keyboards import checked
from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.methods.sending import caption_of, text_of
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Post, Room
from bot.sandbox.updates import PRESS_LIFE

DELETABLE = 48 * 3600


def edit_text(call: Call) -> Json:
    """Change a text; a keyboard not given again goes away."""
    post = _editable(call)
    if "text" not in post.body:
        raise bad("there is no text in the message to edit")
    return _changed(call, post, {"text", "entities"}, text_of(call))


def edit_caption(call: Call) -> Json:
    """Change a caption."""
    post = _editable(call)
    if not {"photo", "document", "voice"} & post.body.keys():
        raise bad("there is no caption in the message to edit")
    return _changed(call, post, {"caption", "caption_entities"}, caption_of(call))


def edit_markup(call: Call) -> Json:
    """Change or take away the keyboard under a message."""
    return _changed(call, _editable(call), set(), {})


def delete_message(call: Call) -> bool:
    """Delete one message."""
    room = call.room()
    post = room.post(call.args.whole("message_id"))
    if post is None:
        raise bad("message to delete not found")
    _delete(call, room, post)
    return True


def delete_messages(call: Call) -> bool:
    """Delete up to a hundred messages; those not there are skipped, and one that is too old spoils all."""
    room, wanted = call.room(), call.args.array("message_ids")
    if wanted is None or not 1 <= len(wanted) <= 100:
        raise bad("there must be from 1 to 100 message identifiers")
    posts = [post for each in wanted if (post := room.post(Args({"id": each}).whole("id")))]
    for post in posts:
        _may_go(call, room, post)
    for post in posts:
        _delete(call, room, post)
    return True


def pin(call: Call) -> bool:
    """Pin a message."""
    room = call.room()
    post = room.post(call.args.whole("message_id"))
    if post is None:
        raise bad("message to pin not found")
    if not room.private and not room.leads(call.bot.id):
        raise bad("not enough rights to manage pinned messages in the chat")
    room.pinned = [*(number for number in room.pinned if number != post.id), post.id]
    call.world.changes.ring()
    return True


def unpin(call: Call) -> bool:
    """Take down one pinned message, or the newest."""
    room = call.room()
    number = call.args.whole("message_id", room.pinned[-1] if room.pinned else 0)
    room.pinned = [pinned for pinned in room.pinned if pinned != number]
    call.world.changes.ring()
    return True


def react(call: Call) -> bool:
    """Put a reaction on a message, or take it away."""
    post = call.room().post(call.args.whole("message_id"))
    if post is None:
        raise bad("message to react not found")
    given = call.args.array("reaction") or []
    post.reactions[call.bot.id] = given
    call.world.changes.ring()
    return True


def answer_press(call: Call) -> bool:
    """Answer a press, with a short text or without."""
    press = call.world.presses.get(call.args.text("callback_query_id"))
    late = press is None or press["date"] + PRESS_LIFE <= call.world.clock()
    if press is None or late or press["bot_id"] != call.bot.id:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    text = call.args.text("text")
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    press["answer"] = {"text": text, "show_alert": call.args.flag("show_alert")}
    call.world.changes.ring()
    return True


def _editable(call: Call) -> Post:
    if call.args.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    return call.own_post(call.open_room(), "edit")


def _changed(call: Call, post: Post, parts: set[str], content: Json) -> Json:
    markup = call.args.object("reply_markup")
    body = {k: v for k, v in post.body.items() if k not in {*parts, "reply_markup"}} | content
    if markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    if markup and (keys := checked(markup, private=False))["inline_keyboard"]:
        body["reply_markup"] = keys
    if body == post.body:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message"
        )
    # Telegram does not date a change of the keyboard alone; the phone shows no "edited" for it either.
    if content or parts:
        body["edit_date"] = int(call.world.clock())
    post.body, post.markup = body, body.get("reply_markup")
    call.world.changes.ring()
    return call.shown(post)


def _may_go(call: Call, room: Room, post: Post) -> None:
    allowed = room.private or post.author == call.bot.id or room.leads(call.bot.id)
    if not allowed or call.world.clock() - post.body["date"] >= DELETABLE:
        raise bad("message can't be deleted for everyone")


def _delete(call: Call, room: Room, post: Post) -> None:
    _may_go(call, room, post)
    post.deleted = call.world.clock()
    room.pinned = [pinned for pinned in room.pinned if pinned != post.id]
    call.world.changes.ring()


METHODS: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "setMessageReaction": react,
    "answerCallbackQuery": answer_press,
}

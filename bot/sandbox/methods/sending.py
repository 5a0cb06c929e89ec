"""Sending, forwarding and copying messages."""

from bot.sandbox import media
from bot.sandbox.entities import read
from bot.sandbox.files import Stored
from bot.sandbox.forms import Args
from bot.sandbox.keyboards import checked
from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Post, Room
from bot.sandbox.world import forwarded


def send_message(call: Call) -> Json:
    """Send a text."""
    return call.shown(put(call, text_of(call)))


def send_photo(call: Call) -> Json:
    """Send a photo."""
    return _send_media(call, "photo")


def send_document(call: Call) -> Json:
    """Send a file."""
    return _send_media(call, "document")


def send_voice(call: Call) -> Json:
    """Send a voice note."""
    return _send_media(call, "voice")


def send_sticker(call: Call) -> Json:
    """Send a sticker."""
    return _send_media(call, "sticker")


def send_location(call: Call) -> Json:
    """Send a place."""
    place = {name: call.args.number(name) for name in ("latitude", "longitude")}
    if abs(place["latitude"]) > 90 or abs(place["longitude"]) > 180:
        raise bad("wrong location coordinates specified")
    return call.shown(put(call, {"location": place}))


def send_contact(call: Call) -> Json:
    """Send someone's number."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.args.text(name) for name in names if call.args.text(name)}
    for name in names[:2]:
        if name not in contact:
            raise bad(f"{name.partition('_')[0]} {name.partition('_')[2]} must be non-empty")
    return call.shown(put(call, {"contact": contact}))


def forward_message(call: Call) -> Json:
    """Forward a message, naming who wrote it."""
    return call.shown(put(call, forwarded(_source(call, "forward"))))


def copy_message(call: Call) -> Json:
    """Send a message again without naming who wrote it."""
    content = forwarded(_source(call, "copy"))
    del content["forward_origin"]
    if call.args.text("caption"):
        content |= caption_of(call)
    return {"message_id": put(call, content).id}


def text_of(call: Call) -> Json:
    """The text and entities of a call."""
    text, marks = read(call.args.text("text"), call.args.text("parse_mode"))
    marks = call.args.array("entities") or marks
    if not text.strip():
        raise bad("message text is empty")
    if len(text) > 4096:
        raise bad("message is too long")
    return {"text": text, "entities": marks} if marks else {"text": text}


def caption_of(call: Call) -> Json:
    """The caption of a call, if it has one."""
    caption, marks = read(call.args.text("caption"), call.args.text("parse_mode"))
    marks = call.args.array("caption_entities") or marks
    if len(caption) > 1024:
        raise bad("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": marks} if marks else {"caption": caption}


def put(call: Call, content: Json) -> Post:
    """Post something for the bot, after all that could forbid it."""
    room = call.open_room()
    markup = call.args.object("reply_markup")
    if markup is not None:
        markup = checked(markup, private=room.private)
    content = {**content, **_placed(call, room)}
    call.world.limits.spend(call.bot.id, room.id, call.world.clock())
    return call.world.post(room, call.bot.as_user(), content, markup)


def _placed(call: Call, room: Room) -> Json:
    placed: Json = {}
    if thread := call.args.whole("message_thread_id", 0):
        if thread not in room.topics:
            raise bad("message thread not found")
        placed |= {"message_thread_id": thread, "is_topic_message": True}
    if call.args.flag("protect_content"):
        placed["has_protected_content"] = True
    if reply := call.args.object("reply_parameters"):
        answered = room.post(Args(reply).whole("message_id"))
        if answered is not None:
            placed["reply_to_message"] = {k: v for k, v in answered.body.items() if k != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    return placed


def _send_media(call: Call, kind: str) -> Json:
    content = media.MEDIA[kind](_file(call, kind))
    return call.shown(put(call, content | caption_of(call)))


def _file(call: Call, kind: str) -> Stored:
    if upload := call.args.upload(kind):
        return call.world.files.keep(kind, upload.content, upload.name, upload.mime)
    file_id = call.args.text(kind)
    if not file_id:
        raise bad(f"there is no {kind} in the request")
    if file_id.startswith("http"):
        raise bad("failed to get HTTP URL content")  # the sandbox fetches nothing
    stored = call.world.files.known_to(call.bot.id, file_id)
    if stored.kind != kind:
        raise bad(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def _source(call: Call, deed: str) -> Post:
    post = call.room("from_chat_id").post(call.args.whole("message_id"))
    if post is None:
        raise bad(f"message to {deed} not found")
    if post.body.get("has_protected_content"):
        raise bad("message can't be forwarded" if deed == "forward" else "message can't be copied")
    return post


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendSticker": send_sticker,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
}

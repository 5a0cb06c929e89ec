"""Forum topics."""

from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Room

BLUE = 7322096


def create(call: Call) -> Json:
    """Open a topic."""
    room, name = _forum(call), call.args.text("name")
    if not 1 <= len(name) <= 128:
        raise bad("TOPIC_TITLE_INVALID")
    topic = {"name": name, "icon_color": call.args.whole("icon_color", BLUE)}
    post = call.world.post(room, call.bot.as_user(), {"forum_topic_created": topic})
    # The first message of a topic carries the topic's own number.
    post.body |= {"message_thread_id": post.id, "is_topic_message": True}
    room.topics[post.id] = topic
    return {"message_thread_id": post.id, **topic}


def edit(call: Call) -> bool:
    """Rename a topic."""
    topic = _topic(call)
    topic["name"] = call.args.text("name") or topic["name"]
    return True


def close(call: Call) -> bool:
    """Close a topic."""
    _topic(call)
    return True


def delete(call: Call) -> bool:
    """Delete a topic and what was said in it."""
    _topic(call)
    room, thread = _forum(call), call.args.whole("message_thread_id")
    del room.topics[thread]
    for post in room.posts.values():
        if post.body.get("message_thread_id") == thread and post.deleted is None:
            post.deleted = call.world.clock()
    call.world.changes.ring()
    return True


def _forum(call: Call) -> Room:
    room = call.room()
    if not room.chat.get("is_forum"):
        raise bad("the chat is not a forum")
    if not room.leads(call.bot.id):
        raise bad("not enough rights to create a topic")
    return room


def _topic(call: Call) -> Json:
    topic = _forum(call).topics.get(call.args.whole("message_thread_id"))
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    return topic


METHODS: dict[str, Method] = {
    "createForumTopic": create,
    "editForumTopic": edit,
    "closeForumTopic": close,
    "reopenForumTopic": close,
    "deleteForumTopic": delete,
}

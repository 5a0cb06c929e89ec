"""Asking about chats and their members."""

from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.refusals import Json, bad
from bot.sandbox.rooms import Room

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(call: Call) -> Json:
    """Everything about a chat."""
    room = call.room()
    full: Json = {
        **room.chat,
        "accent_color_id": abs(room.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if not room.private:
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if room.pinned and (pinned := room.post(room.pinned[-1])):
        full["pinned_message"] = call.shown(pinned)
    return full


def get_member(call: Call) -> Json:
    """One member of a chat."""
    room, user = call.room(), call.args.whole("user_id")
    if user not in call.world.people and user not in call.world.bots:
        raise bad("PARTICIPANT_ID_INVALID")
    return _member(call, room, user)


def get_administrators(call: Call) -> list[Json]:
    """The administrators of a group, without other bots."""
    room = call.room()
    if room.private:
        raise bad("there are no administrators in the private chat")
    leaders = (m for m in room.members if room.leads(m))
    return [_member(call, room, m) for m in leaders if m not in call.world.bots or m == call.bot.id]


def count_members(call: Call) -> int:
    """How many are in a chat."""
    room = call.room()
    return sum(room.has(member) for member in room.members)


def leave(call: Call) -> bool:
    """Leave a group."""
    room = call.room()
    if room.private:
        raise bad("chat member status can't be changed in private chats")
    room.members[call.bot.id] = "left"
    return True


def act(call: Call) -> bool:
    """Show that the bot is busy."""
    call.open_room()
    if not call.args.text("action"):
        raise bad("wrong parameter action in request")
    return True


def _member(call: Call, room: Room, user: int) -> Json:
    account = call.world.bots.get(user)
    who = account.as_user() if account else call.world.people[user].as_user()
    status = room.members.get(user, "left")
    member: Json = {"status": status, "user": who}
    if status == "kicked":
        member["until_date"] = 0  # for good
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        member |= {**dict.fromkeys(RIGHTS, True), "can_be_edited": False, "is_anonymous": False}
        member["can_send_welcome_messages"] = True
    return member


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": count_members,
    "leaveChat": leave,
    "sendChatAction": act,
}

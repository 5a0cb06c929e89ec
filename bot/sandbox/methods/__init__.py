"""The methods of the Bot API, by name: one function for each."""

from bot.sandbox.methods import account, chats, editing, files, sending, topics
from bot.sandbox.methods.calls import Method

METHODS: dict[str, Method] = {
    name.lower(): function
    for room in (account, chats, editing, files, sending, topics)
    for name, function in room.METHODS.items()
}
# What a bot may not ask for in its answer to a webhook, because it would never see the result.
NOT_IN_ANSWER = frozenset({"setwebhook", "deletewebhook", "close", "logout"})

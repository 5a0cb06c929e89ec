"""Finding out where a file can be downloaded."""

from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.methods.calls import Call, Method
from bot.sandbox.refusals import Json, bad


def get_file(call: Call) -> Json:
    """Where a file lies."""
    file_id = call.args.text("file_id")
    stored = call.world.files.known_to(call.bot.id, file_id)
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": stored.key.lower(),
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


METHODS: dict[str, Method] = {"getFile": get_file}

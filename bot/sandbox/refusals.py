"""What the Bot API answers when it will not do something."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A call the Bot API turns down, with the code and words Telegram uses."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The refusal as the body of an HTTP answer."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad(why: str) -> Refused:
    """A call with something wrong in it."""
    return Refused(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refused:
    """A call the bot has no right to make."""
    return Refused(403, f"Forbidden: {why}")


def conflict(why: str) -> Refused:
    """A second way of receiving updates while another is in use."""
    return Refused(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refused:
    """More calls than are allowed, and how long to keep quiet."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

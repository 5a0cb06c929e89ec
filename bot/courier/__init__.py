"""Paced sending of what is sent unasked."""

from bot.courier.courier import Courier, Outbox, Told
from bot.courier.line import line, seconds, sender

__all__ = ["Courier", "Outbox", "Told", "line", "seconds", "sender"]

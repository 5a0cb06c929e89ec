"""Paced sending of what is sent unasked."""

from bot.courier.courier import Courier, Outbox, Told
from bot.courier.line import connect, send

__all__ = ["Courier", "Outbox", "Told", "connect", "send"]

"""Who asks to see their data is told at the centre, where alone it can be read."""

from datetime import datetime, timedelta

from bot.speech import DRAFTS, Speech
from flows.talks.names import LANDS
from flows.talks.talks import talks_with
from flows.talks.values import option_labels
from flows.talks.view import summary
from storage.register import StoredRegister

FRESH = timedelta(minutes=2)
LABELS = option_labels(talks_with(DRAFTS, lands=LANDS))


def show(register: StoredRegister, speech: Speech, at: datetime) -> None:
    """Say to everyone who asked just now what is kept of them."""
    for person, language in register.views(at - FRESH):
        known = language if language in speech.languages else "en"
        head, lines = summary(person, register.said(person), LABELS)
        said = [speech.say(head, known), *(speech.line(label, value, known) for label, value in lines)]
        register.give_view(person, "\n".join(said), at)

"""Every text that is written down, wherever it stands."""

from flows import places
from flows.talks import labels, names, texts
from flows.texts import Text

SENTENCES = [*(text for text in vars(texts).values() if isinstance(text, Text)), *texts.SHORT.values()]
TABLES = [table for table in vars(names).values() if isinstance(table, dict)]
NAMED = [text for table in TABLES for text in table.values() if isinstance(text, Text)]
LABELS = [text for text in vars(labels).values() if isinstance(text, Text)]
PLACES = [place.label for place in (*places.PROVINCES, places.OUTSIDE)]
WRITTEN = {*SENTENCES, *NAMED, *LABELS}

# What can stand on a button: an id in lower case, and no sentence that stands in for a value.
BUTTONS = [
    *(text for text in (*LABELS, *NAMED) if text.id.islower() and not text.id.endswith(".unknown")),
    *PLACES,
]

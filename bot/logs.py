"""Logs that hold nothing personal: times, parts and types of errors, and no token even by accident."""

import logging
import re
import sys
from pathlib import Path

import structlog

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")


class Sealed(logging.Formatter):
    """One line an entry; an error is named by its type, for its words may repeat what a person wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """The entry without its exception's words."""
        record.exc_text = None
        if record.exc_info and record.exc_info[0] is not None:
            record.msg, record.args = f"{record.getMessage()} ({record.exc_info[0].__name__})", ()
            record.exc_info = None
        return TOKEN.sub("[token]", super().format(record))


def place(error: BaseException) -> str:
    """The type of an error and where in the code it arose, without its words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    at = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{at}"


def set_up(level: str = "INFO") -> None:
    """Send all logs of the process to standard error; libraries only speak up when something is wrong."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(Sealed("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[lines], force=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    for room in ("bot", "storage"):
        logging.getLogger(room).setLevel(level)

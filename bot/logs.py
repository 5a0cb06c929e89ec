"""Logs that hold nothing personal, whoever wrote them.

Of our own entries the event passes, and those fields that are known to be harmless and look so. Of a library's
entry only the place in its code passes: its words may repeat an address with a token in it, or what was written to
us. An error is its type and the place where it arose.
"""

import logging
import re
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import EventDict

EVENT = re.compile(r"[a-z]+(\.[a-z_]+)+")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,60}")
PLACE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,60}( at [\w.<> -]{1,60}:\d{1,6})?", re.ASCII)
NODE = re.compile(r"(?!.*\d{5})[a-z0-9][a-z0-9-]{0,40}")
CODE = re.compile(r"[A-Z][A-Z_]{0,30}")
LARGEST = 10**6  # a number beyond it may be somebody's: a chat, a phone, a document
FIELDS = {"error": PLACE, "node": NODE, "why": CODE, "tries": None, "code": None, "count": None, "minutes": None}
HIDDEN = "[hidden]"

log = structlog.get_logger()


def place(error: BaseException) -> str:
    """The type of an error and where in the code it arose, without its words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    at = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{at}"


def redacted(_: object, __: str, entry: EventDict) -> EventDict:
    """What may be said of an entry."""
    record: logging.LogRecord = entry["_record"]
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    said: EventDict = {"at": at, "level": logging.getLevelName(record.levelno).lower()}
    said["by"] = _shaped(NAME, record.name)
    if entry["_from_structlog"]:
        said["event"] = _shaped(EVENT, entry["event"])
        said.update({name: _field(FIELDS[name], value) for name, value in entry.items() if name in FIELDS})
    else:
        said["event"] = "library.spoke"
        said["line"] = _shaped(PLACE, f"line at {record.filename}:{record.lineno}").removeprefix("line at ")
    error = entry.get("exc_info")
    if isinstance(error, tuple) and isinstance(error[1], BaseException):
        said["error"] = _shaped(PLACE, place(error[1]))
    return said


def _field(shape: re.Pattern[str] | None, value: object) -> object:
    if shape is not None:
        return _shaped(shape, value)
    return value if isinstance(value, int) and abs(value) < LARGEST else HIDDEN


def _shaped(shape: re.Pattern[str], value: object) -> str:
    return value if isinstance(value, str) and shape.fullmatch(value) else HIDDEN


def set_up(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send all logs of the process to standard error, a line each; libraries speak only of what is wrong."""
    lines = logging.StreamHandler(stream or sys.stderr)
    lines.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[redacted, structlog.processors.JSONRenderer()], use_get_message=False
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[lines], force=True)
    # What cannot be formatted would be printed with all that was in it.
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    for room in ("bot", "storage"):
        logging.getLogger(room).setLevel(level)
    through_logging()
    _catch_the_rest()


def through_logging() -> None:
    """Let our own entries go the way of the libraries'."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _catch_the_rest() -> None:
    """What nobody caught is logged like everything else, not printed with its words."""

    def broke(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        log.critical("process.broke", error=place(error) if error else kind.__name__)

    def in_thread(unhandled: threading.ExceptHookArgs) -> None:
        broke(unhandled.exc_type, unhandled.exc_value, unhandled.exc_traceback)

    def unraisable(unhandled: "sys.UnraisableHookArgs") -> None:
        broke(unhandled.exc_type, unhandled.exc_value, unhandled.exc_traceback)

    sys.excepthook = broke
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable

"""Nothing personal is logged, by whomever and however it is tried."""

import ast
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from bot.logs import EVENT, FIELDS, HIDDEN, place, set_up
from tests.processes import ROOT

TOKEN = st.from_regex(r"[0-9]{8,10}:[A-Za-z0-9_-]{35}", fullmatch=True)
NAMES = st.from_regex(r"[A-Z][a-z]{4,9} [A-Z][a-z]{4,9}", fullmatch=True)
NUMBERS = st.integers(10**6, 10**15).map(str)
WORDS = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF, categories=["Lo"]), min_size=4)
MAILS = st.from_regex(r"[a-z]{5,9}@[a-z]{5,9}\.org", fullmatch=True)
QUERIES = st.from_regex(r"https://api\.[a-z]{5}\.org/bot\?chat_id=[0-9]{7,10}", fullmatch=True)
PLANTED = st.one_of(TOKEN, NAMES, NUMBERS, WORDS, MAILS, QUERIES)


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What the block logs; afterwards everything is as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    out = io.StringIO()
    set_up("DEBUG", out)
    try:
        yield out
    finally:
        root.handlers[:], root.level, logging.raiseExceptions = before
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        logging.captureWarnings(capture=False)


def broken(words: str) -> None:
    raise ValueError(words)


class Speaking:
    """Something that says its words however it is printed."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words

    __str__ = __repr__


def ways(planted: str) -> None:
    """Everything that could log these words, short of a harmless field that looks like a name of ours."""
    ours, library = structlog.get_logger("bot.somewhere"), logging.getLogger("aiogram.somewhere")
    ours.warning(planted)
    ours.warning("reply.owed", name=planted, chat=planted, error=planted, node=planted, why=planted, tries=planted)
    ours.warning("reply.owed", planted, Speaking(planted))
    ours.warning("reply.owed", error=Speaking(planted), code=int(planted) if planted.isdecimal() else 0)
    ours.warning("reply.owed", **{planted: planted})
    library.error(f"no answer to {planted}")
    library.error("no answer to %s", planted)
    library.error("no answer to %d", planted)
    library.error(Speaking(planted), extra={"words": planted}, stack_info=True)
    library.error({"words": planted})
    try:
        broken(planted)
    except ValueError as error:
        ours.exception("reply.owed")
        library.exception("it broke: %s", error)
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=broken, args=(planted,))
    thread.start()
    thread.join()
    warnings.warn(planted, stacklevel=1)


@pytest.mark.filterwarnings("default")
@given(PLANTED)
def test_what_is_planted_never_appears(planted: str) -> None:
    with logged() as out:
        ways(planted)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(lines) >= 12
    assert planted not in out.getvalue()
    assert planted not in str(lines)
    assert all(part not in str(lines) for part in planted.split() if len(part) > 4)


def test_an_entry_of_ours_says_what_it_may() -> None:
    with logged() as out:
        try:
            broken("Zarghuna")
        except ValueError as error:
            structlog.get_logger("bot.x").error("update.broke", tries=2, error=place(error), node="herat")
            logging.getLogger("httpx").error("Zarghuna", exc_info=True)
    ours, library = (json.loads(line) for line in out.getvalue().splitlines())
    assert ours.pop("at").endswith("+00:00")
    line = place_of("broken") + 1
    said = {"event": "update.broke", "tries": 2, "error": f"ValueError at test_logs.py:{line}", "node": "herat"}
    assert ours == {"level": "error", "by": "bot.x", **said}
    assert (library["by"], library["event"]) == ("httpx", "library.spoke")
    assert library["line"].startswith("test_logs.py:")
    assert library["error"] == f"ValueError at test_logs.py:{line}"
    assert HIDDEN not in out.getvalue()


def place_of(function: str) -> int:
    """The line at which a function of this file begins."""
    tree = ast.parse(Path(__file__).read_text())
    return next(node.lineno for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)


def test_real_libraries_do_not_speak_of_what_they_were_given() -> None:
    token, name = "700001:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr", "Zarghuna Rahimi"
    loud = {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "sqlalchemy.engine")}
    with logged() as out:
        for library in loud:
            logging.getLogger(library).setLevel(logging.DEBUG)
        with suppress(httpx.HTTPError), httpx.Client(trust_env=False) as client:
            client.get(f"http://127.0.0.1:9/bot{token}/getMe?chat_id=5417203911")
        with create_engine("sqlite://").connect() as connection:
            connection.execute(text("SELECT :name"), {"name": name})
        for library, level in loud.items():
            logging.getLogger(library).setLevel(level)
    by = {json.loads(line)["by"] for line in out.getvalue().splitlines()}
    assert {"httpcore.connection", "sqlalchemy.engine.Engine"} <= by
    for said in (token, name, "5417203911", "SELECT"):
        assert said not in out.getvalue()


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call of a log in our code."""
    levels = {"debug", "info", "warning", "error", "critical", "exception"}
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "storage").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                by, of = node.func.value, node.func.attr
                if isinstance(by, ast.Name) and by.id in ("log", "logging") and of in levels:
                    yield path, node


def test_every_entry_is_an_event_with_harmless_fields() -> None:
    found = list(calls())
    assert len(found) > 15
    for path, call in found:
        where = f"{path.name}:{call.lineno}"
        assert len(call.args) == 1, where
        said = call.args[0]
        for event in (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,):
            assert isinstance(event, ast.Constant), where
            assert EVENT.fullmatch(str(event.value)), where
        assert {keyword.arg for keyword in call.keywords} <= FIELDS.keys(), where


def test_nobody_logs_past_it() -> None:
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "storage").rglob("*.py")]:
        if path.name != "logs.py":
            assert "getLogger(__name__)" not in path.read_text(), path.name

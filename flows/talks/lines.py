"""What people type read as lines of a machine-readable zone: whole, or one line after another (domain.md §1.5)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from flows.conversation.house import Zoned
from flows.conversation.kind import Writing
from flows.conversation.lists import Listing
from flows.conversation.standing import FIRST_TALK, PAPERS_TALK, ZONE_TALK, Answers, Standing
from flows.conversation.walk import Placed
from flows.documents import bare, document_number
from flows.facts import AnswerGiven, Body, QuestionsReopened, TalkOpened, Value
from flows.mrz.lines import Line, names_in, read_line
from flows.mrz.reading import read_zone
from flows.mrz.zone import Zone
from flows.talks import texts
from flows.talks.paper_kinds import ENDING
from flows.talks.papers import NUMBER as NUMBER_OF_PAPER
from flows.talks.zone import ASKED, BIRTH, EXPIRY, FAILING, HOLD, LINES, NAME, NUMBER, ODD, zone_of
from flows.words import latin_digits

# Papers whose zones begin as those of another kind.
ALIKE = {"US_EMERG_PPT": "US_PPT", "BOARD_FOIL": "US_VISA"}
VISAS = ("US_VISA", "BOARD_FOIL", "3C_VISA")
NAMES = ("name", "abroad_name")
LEAST = 14  # signs of the shortest line without its last fillers
FIGURES = 12  # of both days, nearly
FILLERS = frozenset("<>«»‹›《》＜＞〈〉")
# Fillers in a row, which nobody types for another reason; of the others some are quotation marks.
MEANT = re.compile("[<>‹›＜＞]{4}|(?:[<>‹›＜＞]{2}.*){2}", re.S)
PIECE = 6  # signs that stand together in a line by no chance


def zoned(standing: Standing, at: Placed | None, writing: Writing) -> Zoned | None:
    """What words come to that are lines of a zone, None if they are not."""
    asked = zone_of(standing) or (at.item if at and at.ask is NUMBER_OF_PAPER else "")
    named = standing.talk if at and (at.ask.name in NAMES or isinstance(at.ask.kind, Listing)) else ""
    text = writing.text
    if asked and document_number(text, asked) == bare(text):
        # A number as that paper has one, which most are.
        return None
    if not _could_be(text, looked_for=bool(asked)):
        return _only_name(text, named)
    zone = read_zone(text, writing.today)
    read = zone or read_line(text, writing.today, visa=asked in VISAS if asked else None)
    if at and at.ask.name == NAME and _is_last_line(text, read, asked):
        return None
    if standing.talk.startswith(PAPERS_TALK):
        return _of_another(read, asked=bool(asked)) or _unread(text)
    if read is None:
        return _only_name(text, named) or _unread(text)
    if named and named != FIRST_TALK:
        # It is the paper of somebody else, of which only the name is an answer.
        return _only(called(read))
    kind = kind_of(read.document, read.issuer) or asked
    kind = asked if ALIKE.get(asked) == kind else kind
    if not kind:
        return (_only(called(read)) if named else None) or Zoned(first=(texts.D13_WHICH,))
    first = () if isinstance(read, Zone) or read.days else (texts.D13_MORE,)
    return Zoned(
        tuple(_facts(kind, standing, read, named=bool(named))), first, beside=_beside(text, zone) if zone else ""
    )


def proposed(lines: str, asked: str, today: date) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """What lines that a machine read come to: the kind of paper, and answers to be confirmed by the person.

    asked: the kind of paper that the photo was sent for, "" if none. Only where every check digit holds; the names
    have none, so that a person must look in any case.
    """
    zone = read_zone(lines, today)
    if zone is None or not zone.checks or not all(zone.checks.values()):
        return None
    kind = kind_of(zone.document, zone.issuer) or asked
    kind = asked if ALIKE.get(asked) == kind else kind
    if not kind or (asked and kind != asked):
        return None
    return kind, tuple((name, str(value)) for name, value in _told(kind, zone, {}, named=False))


def called(read: Zone | Line) -> str:
    """The names as one, in the order in which they are said."""
    return f"{read.given} {read.surname}".strip()


def kind_of(document: str, issuer: str) -> str:
    """The paper that a zone is of, "" where it does not say: cards of many sorts begin alike."""
    if document[:1] == "V":
        return "US_VISA" if issuer == "USA" else "3C_VISA"
    if document[:1] == "P":
        return {"USA": "US_PPT", "AFG": "AF_PPT"}.get(issuer, "FOR_PPT")
    cards = {("USA", "C1"): "US_GC", ("USA", "C2"): "US_GC", ("USA", "IP"): "US_PPT_CARD"}
    return cards.get((issuer, document), "AF_ETAZ" if issuer == "AFG" else "") if document else ""


def failing(checks: Mapping[str, bool], *, odd: bool = False) -> str:
    """The first field whose check digit fails, "hold" if all do hold; odd: that of the number failed before."""
    if odd:
        return "number"
    failed = [field for field, holds in checks.items() if not holds]
    return next((field for field in FAILING if field in failed), "whole" if failed else HOLD)


def _facts(kind: str, standing: Standing, read: Zone | Line, *, named: bool) -> Iterator[Body]:
    talk = ZONE_TALK + kind
    if named and called(read):
        yield AnswerGiven(FIRST_TALK, "name", called(read))
    before: Answers = {}
    if isinstance(read, Zone) or standing.talk != talk:
        yield TalkOpened(talk)
    else:
        # One line more, or one once again: what the others said stays, and no verdict over what they were.
        before = standing.answers.get(talk, {})
        stale = tuple(each for each in (LINES, ODD) if each in before and (read.days or read.number))
        if stale:
            yield QuestionsReopened(talk, stale)
    yield from (AnswerGiven(talk, *each) for each in _told(kind, read, before, named=named))


def _told(kind: str, read: Zone | Line, before: Answers, *, named: bool) -> Iterator[tuple[str, Value]]:
    """What the zone answers; what it does not tell is asked for."""
    odd = read.checks.get("number") is False
    if read.number:
        yield NUMBER, f"odd:{read.number}" if odd else read.number
    if name := called(read):
        yield NAME, f"{ASKED}:{name}" if named else name
    if read.birth:
        yield BIRTH, f"gregorian:{read.birth.value}"
    if read.expiry and kind in ENDING:
        yield EXPIRY, f"gregorian:{read.expiry}"
    if isinstance(read, Zone) or read.days:
        yield LINES, failing(read.checks, odd=not read.number and str(before.get(NUMBER)).startswith("odd:"))


def _could_be(text: str, *, looked_for: bool) -> bool:
    """A quick look, since every word that is typed comes by here."""
    if len(text) < LEAST:
        return False
    figures = sum(sign.isdigit() for sign in text)
    return (
        not FILLERS.isdisjoint(text) or figures >= (1 if looked_for else FIGURES) or (looked_for and "  " in text)
    )


def _is_last_line(text: str, read: Zone | Line | None, kind: str) -> bool:
    """Whether it is the line of a card that holds but names, though some names begin as another paper would."""
    begins = isinstance(read, Line) and not read.days and kind_of(read.document, read.issuer) != kind
    return (read is None or begins) and any(names_in(text))


def _only_name(text: str, named: str) -> Zoned | None:
    """The name of a line that holds nothing else, where a name is asked."""
    surname, given = names_in(text) if named and "<" in text else ("", "")
    return _only(f"{given} {surname}".strip())


def _only(name: str) -> Zoned | None:
    return Zoned(first=(texts.D15_NAME,), name=name) if name else None


def _of_another(read: Zone | Line | None, *, asked: bool) -> Zoned | None:
    """Of the paper of one of the family the lines tell its number, where that is asked; the rest is asked too."""
    if read is None:
        return None
    return Zoned(name=read.number) if asked and read.number else Zoned(first=(texts.D13_WHICH,))


def _unread(text: str) -> Zoned | None:
    """What can only be meant for lines of a zone; the staff can read it, and the chat must not keep it."""
    latin = all(sign.isascii() for sign in text if sign.isalpha())
    return Zoned(first=(texts.D13_UNREAD,), beside=text) if latin and MEANT.search(text) else None


def _beside(text: str, zone: Zone) -> str:
    """The lines that are not of the zone."""
    own = _signs("".join(zone.lines))
    return "\n".join(line for line in text.splitlines() if _signs(line) and not _in(line, own))


def _in(line: str, own: str) -> bool:
    """Whether a line is of the zone, of which some signs may have been read as others: half of its pieces are."""
    signs = _signs(line)
    pieces = [signs[at : at + PIECE] for at in range(0, len(signs), PIECE)]
    return sum(piece in own for piece in pieces) * 2 >= len(pieces)


def _signs(text: str) -> str:
    """Letters and figures as they stand in a zone."""
    return "".join(sign for sign in latin_digits(text).upper() if sign.isalnum())

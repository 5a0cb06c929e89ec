"""The register's rows as the rooms outside see them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, and_, exists, func, not_, select

from flows.ports import CaseRow, MemberRow, NodeTotal, OfferRow, PaperRow, PersonRow, Totals, WindowRow
from flows.register.links import Link, united
from flows.turning import torn
from storage.engine import moment
from storage.ledger import STORE
from storage.register_tables import (
    CardRow,
    CaseTable,
    ClaimTable,
    LinkTable,
    MemberTable,
    OfferTable,
    OtherTable,
    PaperTable,
    PersonTable,
    PhotoTable,
    PictureRow,
    WindowTable,
)
from storage.rows import table
from storage.tables import FactRow, HeadRow
from storage.wishes import turns

_people, _cases, _windows, _offers = table(PersonTable), table(CaseTable), table(WindowTable), table(OfferTable)
_photos, _pictures = table(PhotoTable), table(PictureRow)
_same = (_pictures.c.person == _photos.c.person) & (_pictures.c.photo == _photos.c.photo)
_cards, _facts, _heads, _links = table(CardRow), table(FactRow), table(HeadRow), table(LinkTable)
_others, _claims = table(OtherTable), table(ClaimTable)
_members, _papers = table(MemberTable), table(PaperTable)
SPOKE = exists().where(_claims.c.token == _others.c.token, _claims.c.person != _others.c.teller)
LOCKED = (_people.c.asked_at > 0).label("locked")
# Whoever is heard after their erasure is known anew.
KNOWN = (_people.c.erased_at == 0) | (_people.c.heard_at > 0)
REACHED = and_(_people.c.reachable, not_(_people.c.lost)).label("reachable")
OWN = {"locked": LOCKED, "reachable": REACHED, "torn": _people.c.turned.label("torn")}
PERSON = [OWN[name] if name in OWN else _people.c[name] for name in PersonRow.__slots__]
MAYBE = ("wished_at", "not_before", "quiet_until", "safety_asked", "placed_at")
OFFER = [_offers.c[name] for name in OfferRow.__slots__]


def people(connection: Connection) -> list[PersonRow]:
    """Every human being who is not erased, in the order they became known."""
    return united(records(connection), links(connection))


def records(connection: Connection, persons: Iterable[str] | None = None) -> list[PersonRow]:
    """Every record that is not erased, or only these, in the order they became known."""
    asked = select(*PERSON).where(KNOWN).order_by(_people.c.met_at, _people.c.person)
    if persons is not None:
        asked = asked.where(_people.c.person.in_(persons))
    return [_person(row) for row in connection.execute(asked)]


def links(connection: Connection) -> list[Link]:
    """Which records are of one human being, in pairs."""
    return [(row.person, row.other) for row in connection.execute(select(_links).order_by(*_links.c))]


def members(connection: Connection, persons: Iterable[str] | None = None) -> list[MemberRow]:
    """Everyone who is on a person's list, or only on the lists of these."""
    asked = select(_members).where(_members.c.listed).order_by(_members.c.person, _members.c.item)
    if persons is not None:
        asked = asked.where(_members.c.person.in_(persons))
    return [_member(row) for row in connection.execute(asked)]


def papers(connection: Connection, persons: Iterable[str] | None = None) -> list[PaperRow]:
    """Every paper that is on a list, or only on the lists of these."""
    asked = select(_papers).where(_papers.c.listed)
    asked = asked.order_by(_papers.c.person, _papers.c.item, _papers.c.kind)
    if persons is not None:
        asked = asked.where(_papers.c.person.in_(persons))
    return [_paper(row) for row in connection.execute(asked)]


def views(connection: Connection, since: int) -> list[tuple[str, str]]:
    """Who asked after this moment to see what is kept of them, and in which language."""
    asked = select(_people.c.person, _people.c.language).where(_people.c.view_at > since)
    return [(row.person, row.language) for row in connection.execute(asked)]


def cases(connection: Connection) -> list[CaseRow]:
    """Every case, oldest first."""
    asked = _case().order_by(_cases.c.opened_at, _cases.c.case)
    spoken = _to_hear(connection)
    return [replace(case, voices=spoken.get(case.case, ())) for case in map(_case_row, connection.execute(asked))]


def case(connection: Connection, name: str) -> CaseRow | None:
    """One case."""
    row = connection.execute(_case().where(_cases.c.case == name)).one_or_none()
    return _case_row(row) if row else None


def windows(connection: Connection) -> list[WindowRow]:
    """Every window, oldest first."""
    asked = select(_windows).order_by(_windows.c.planned_at, _windows.c.window)
    return [_window_row(row) for row in connection.execute(asked)]


def window(connection: Connection, name: str) -> WindowRow | None:
    """One window."""
    row = connection.execute(select(_windows).where(_windows.c.window == name)).one_or_none()
    return _window_row(row) if row else None


def offers(connection: Connection, window: str, *, answered: bool = False) -> list[OfferRow]:
    """A window's offers in the order they were made, or only those answered in the order of their answers."""
    asked = select(*OFFER).where(_offers.c.window == window)
    if answered:
        asked = asked.where(_offers.c.answered > 0).order_by(_offers.c.answered)
    else:
        asked = asked.order_by(_offers.c.made)
    return [OfferRow(*row) for row in connection.execute(asked)]


def card(connection: Connection, subject: str) -> tuple[int, int, str] | None:
    """The message that shows a subject."""
    asked = select(_cards.c.chat, _cards.c.message, _cards.c.shown).where(_cards.c.subject == subject)
    row = connection.execute(asked).one_or_none()
    return (row.chat, row.message, row.shown) if row else None


def totals(connection: Connection) -> Totals:
    """All figures, of one moment as far as the database gives it."""
    states = {(bool(row[0]), bool(row[1])): row[2] for row in connection.execute(_case_states())}
    pairs = links(connection)
    apart = records(connection, {person for pair in pairs for person in pair}) if pairs else []
    once = united(apart, pairs)
    return Totals(
        people=_count(connection, select(func.count()).select_from(_people)) - len(apart) + len(once),
        registered=_cells(connection, _people.c.registered, apart, once).get(True, 0),
        wishes=_cells(connection, _people.c.wish, apart, once),
        languages=_cells(connection, _people.c.language, apart, once),
        provinces=_cells(connection, _people.c.province, apart, once),
        nodes=totals_of_nodes(connection),
        cases_open=states.get((False, False), 0),
        cases_claimed=states.get((False, True), 0),
        told_of=_count(connection, select(func.count()).select_from(_others)),
        spoke=_count(connection, select(func.count()).select_from(_others).where(SPOKE)),
        cases_closed=states.get((True, False), 0) + states.get((True, True), 0),
    )


def totals_of_nodes(connection: Connection) -> list[NodeTotal]:
    """What the store has of each node's ledgers."""
    return [_node(row) for row in connection.execute(_latest())]


def _person(row: Row[Any]) -> PersonRow:
    said = dict(row._mapping)
    times = {name: moment(said[name]) if said[name] else None for name in MAYBE}
    return PersonRow(**{**said, **times, "heard_at": moment(row.heard_at), "torn": torn(turns(said["torn"]))})


def _member(row: Row[Any]) -> MemberRow:
    said = dict(row._mapping)
    times = {"told_at": moment(row.told_at), "wished_at": moment(row.wished_at) if row.wished_at else None}
    return MemberRow(**{name: times.get(name, said[name]) for name in MemberRow.__slots__})


def _paper(row: Row[Any]) -> PaperRow:
    """The paper with what follows from all that was answered of it."""
    confirmed = row.number == "zone"
    expiry = row.read_expiry if row.expiry.startswith("zone:") else row.expiry
    if expiry.startswith("unclear:"):
        # Which calendar it is was asked; who does not know leaves it open.
        known = row.calendar in ("solar", "lunar")
        expiry = f"{row.calendar}:{expiry.removeprefix('unclear:')}" if known else ""
    odd = confirmed and row.read_lines not in ("", "hold")
    return PaperRow(
        row.person, row.item, row.kind, _state(row), row.number, "" if expiry == "unsure" else expiry, odd
    )


def _state(row: Row[Any]) -> str:
    match row.state:
        case "lost":
            return "held_by_mission" if row.left_there == "yes" else row.lost_how or "lost"
        case "unknown":
            return row.where or "unknown"
    # A zone that was confirmed was read from the paper itself.
    return row.state or ("held" if row.number == "zone" else "")


def _case() -> Select[Any]:
    known = select(_cases, _people.c.ref, _people.c.language, _people.c.reader)
    return known.outerjoin_from(_cases, _people, _cases.c.person == _people.c.person)


def _case_row(row: Row[Any]) -> CaseRow:
    opened = moment(row.opened_at)
    # A case of a node has no person whose reference could be named.
    ref, language, reader = (row.person, "", "") if row.ref is None else (row.ref, row.language, row.reader)
    decided = (opened, row.claimed_by, row.closed)
    return CaseRow(row.case, row.person, row.code, row.priority, ref, language, *decided, reader)


def _to_hear(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Which questions the voice notes that nobody has listened to yet are about, by their case."""
    asked = select(_photos.c.case, _photos.c.question).outerjoin_from(_photos, _pictures, _same)
    asked = asked.where(_photos.c.case != "", func.coalesce(_pictures.c.seen_at, 0) == 0)
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(asked.order_by(_photos.c.position)):
        found[row.case] = (*found.get(row.case, ()), row.question)
    return found


def _window_row(row: Row[Any]) -> WindowRow:
    departs, answer_by = moment(row.departs), moment(row.answer_by)
    decided = (row.planned_by, row.approved_by, row.digest)
    approved_at = moment(row.approved_at) if row.approved_at else None
    return WindowRow(row.window, row.route, departs, answer_by, row.seats, *decided, row.bags, approved_at)


def _count(connection: Connection, asked: Select[Any]) -> int:
    return int(connection.execute(asked).scalar_one())


def _cells(
    connection: Connection, by: Column[Any], apart: Iterable[PersonRow], once: Iterable[PersonRow]
) -> dict[Any, int]:
    """How many have each value, with one row in the place of those that are linked."""
    asked = select(by, func.count()).group_by(by).order_by(by)
    cells = Counter({row[0]: row[1] for row in connection.execute(asked)})
    cells.subtract(getattr(row, by.name) for row in apart)
    cells.update(getattr(row, by.name) for row in once)
    return {value: count for value, count in cells.items() if count}


def _case_states() -> Select[Any]:
    claimed = _cases.c.claimed_by != ""
    return select(_cases.c.closed, claimed, func.count()).group_by(_cases.c.closed, claimed)


def _latest() -> Select[Any]:
    """Every node's last fact: sequence numbers have no gaps, so the last is also how many there are."""
    last = (_facts.c.node == _heads.c.node) & (_facts.c.epoch == _heads.c.epoch) & (_facts.c.seq == _heads.c.seq)
    asked = select(_heads.c.node, _heads.c.epoch, _heads.c.seq, _facts.c.position, _facts.c.received_at)
    asked = asked.join_from(_heads, _facts, last).where(_heads.c.node != STORE)
    return asked.order_by(_heads.c.node, _heads.c.epoch)


def _node(row: Row[Any]) -> NodeTotal:
    return NodeTotal(row.node, row.epoch, row.seq, row.position, moment(row.received_at))


def heads(connection: Connection) -> list[tuple[str, int, int]]:
    """How far each node's ledger has come: node, epoch and last number."""
    asked = select(_heads.c.node, _heads.c.epoch, _heads.c.seq).where(_heads.c.node != STORE)
    return [(row.node, row.epoch, row.seq) for row in connection.execute(asked)]


def heard_of(connection: Connection, node: str) -> list[tuple[str, datetime]]:
    """The people whom a node had met, and since when, the first first."""
    asked = select(_facts.c.person, func.min(_facts.c.received_at).label("since"))
    asked = asked.where(_facts.c.node == node, _facts.c.person != "").group_by(_facts.c.person).order_by("since")
    return [(row.person, moment(row.since)) for row in connection.execute(asked)]

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from flows import claims, facts
from flows.facts import AnswerGiven, Body, ContactLost, Fact, PersonMet, Source
from storage.engine import micros, read, write
from storage.erasure import erase_late
from storage.ledger import append
from storage.opened import entries
from storage.projections import PROJECTED, catch_up, rebuild
from storage.register import StoredRegister
from storage.rows import table
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered
from tests.register.stores import Stores

PEOPLE = st.sampled_from(["p1", "p2", "nobody"])
WINDOWS = st.sampled_from(["w1", "w2"])
NOTES = st.sampled_from(["w1", "w2", "reply"])
TALKS = st.sampled_from(["offer.w1", "offer.w2", "offer.w\x00"])
CASES = st.sampled_from(["c1", "c2"])
STAFF = st.sampled_from(["amina", "bashir"])
WORDS = st.sampled_from(["yes", "no", "skip", "LEAVE_NOW", "STAY", "zero\x00byte"])
QUESTIONS = st.sampled_from(["language", "wish", "category", "count", "province", "name", "check", "other"])
ANSWERS = st.builds(
    AnswerGiven,
    st.sampled_from(["registration", "wish"]),
    QUESTIONS,
    st.one_of(WORDS, st.integers(-(10**15), 10**15), st.just(("a", "done"))),
)
OFFERS = st.builds(AnswerGiven, TALKS, st.just("answer"), WORDS)
TOKENS = [claims.token(person, "i1") for person in ("p1", "p2")]
LISTS = st.sampled_from([("i1", "done"), ("i1", "i2", "done"), ("done",), "skip"])
OF_MEMBER = st.sampled_from([f"members.i1.{each}" for each in ("name", "relation", "go_without", "own_wish")])
KINDS = st.sampled_from([("US_PPT", "done"), ("US_PPT", "AF_TAZ", "done"), ("US_PPT",), ("done",)])
OF_PAPER = st.sampled_from([f"documents.US_PPT.{each}" for each in ("state", "number", "expiry", "lost_how")])
PAPERS = st.sampled_from(["held", "lost", "zone:*", "odd:51", "later", "yes", "gregorian:2026-05", "zero\x00byte"])
BODIES: st.SearchStrategy[Body] = st.one_of(
    st.just(PersonMet("telegram", 1)),
    ANSWERS,
    OFFERS,
    st.builds(facts.CaseOpened, CASES, st.just("E22"), st.just("P2")),
    st.builds(facts.CaseClaimed, CASES, STAFF),
    st.builds(facts.CaseHandedBack, CASES, STAFF),
    st.builds(
        facts.WindowPlanned, WINDOWS, st.just("AIR"), st.just(START), st.just(START), st.integers(0, 9), STAFF
    ),
    st.builds(facts.WindowApproved, WINDOWS, STAFF, st.just("digest")),
    st.builds(facts.OfferMade, WINDOWS, st.just("AIR"), st.just(START), st.just(START)),
    st.builds(facts.NoteSent, NOTES),
    st.builds(facts.NoteRead, NOTES),
    st.builds(facts.NoteStood, NOTES, st.sampled_from(["queued", "failed"])),
    st.builds(facts.NoteStopped, NOTES, STAFF),
    st.builds(AnswerGiven, st.just("erasure"), st.just("erasure"), st.sampled_from(["all", "keep"])),
    st.builds(facts.ErasureOrdered, st.just("aborted"), st.just(START)),
    st.builds(facts.RecordErased, st.just("asked")),
    st.builds(facts.SeatHeld, WINDOWS),
    st.builds(facts.SeatReleased, WINDOWS),
    st.builds(facts.Waitlisted, WINDOWS, st.integers(1, 3)),
    st.builds(facts.WishAsked, st.integers(0, 3), WINDOWS),
    st.builds(facts.SafetyAsked, STAFF),
    st.builds(
        AnswerGiven,
        st.just("wish"),
        st.sampled_from(["wish", "still", "later"]),
        st.sampled_from(["STAY", "yes", "week"]),
    ),
    st.builds(
        AnswerGiven, st.just("others"), st.sampled_from(["others.i1.from", "others.i1.their_wish"]), st.just("x")
    ),
    st.builds(AnswerGiven, st.just("registration"), st.just("claim"), st.sampled_from(TOKENS)),
    st.builds(AnswerGiven, st.just("people"), st.just("members"), LISTS),
    st.builds(AnswerGiven, st.sampled_from(["people", "family"]), OF_MEMBER, WORDS),
    st.builds(AnswerGiven, st.sampled_from(["papers", "of.i1"]), st.just("documents"), KINDS),
    st.builds(AnswerGiven, st.sampled_from(["papers", "of.i1"]), OF_PAPER, PAPERS),
    st.builds(AnswerGiven, st.just("zone.US_PPT"), st.sampled_from(["zone_expiry", "zone_check"]), PAPERS),
    st.builds(facts.TalkOpened, st.just("zone.US_PPT")),
    st.builds(
        facts.ZoneRead, st.just("1"), st.just("US_PPT"), st.sampled_from([(("zone_expiry", "solar:1406-05"),), ()])
    ),
    st.builds(ContactLost, st.just("blocked")),
)
OF_NOBODY = (facts.WindowPlanned, facts.WindowApproved)
EACH = st.tuples(PEOPLE, BODIES, st.sampled_from(list(Source)), st.booleans())
SAID = st.lists(EACH.map(lambda said: ("", *said[1:]) if isinstance(said[1], OF_NOBODY) else said), max_size=40)


def rows(store: Engine) -> list[Sequence[Any]]:
    with read(store) as connection:
        tables = [table(row) for row in PROJECTED]
        return [sorted(tuple(row) for row in connection.execute(select(one))) for one in tables]


def test_a_person_is_what_they_said_last(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, registered("p1"))
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "STAY")), fact("p1", AnswerGiven("papers", "name", "x"))])
    [person] = register.people()
    said = (person.ref, person.wish, person.count, person.province, person.node)
    assert said == ("REF-p1", "STAY", 3, "KAB", "node-1")
    assert person.registered


def test_who_blocked_us_is_unreachable_until_they_write_again(store: Engine) -> None:
    register = StoredRegister(store, VAULT)
    heard(store, [*registered("p1"), fact("p1", ContactLost("blocked"), Source.SYSTEM)])
    assert not register.people()[0].reachable
    heard(store, [fact("p1", AnswerGiven("wish", "wish", "STAY"))])
    assert register.people()[0].reachable


def test_what_is_said_of_nobody_known_changes_nothing(store: Engine) -> None:
    heard(store, [fact("ghost", body) for body in (AnswerGiven("wish", "wish", "STAY"), facts.SeatHeld("w"))])
    with write(store) as connection:
        assert catch_up(connection, VAULT) == 2
    assert not any(rows(store))


def told(store: Engine, said: Sequence[tuple[str, Body, Source, bool]]) -> None:
    """Hear the facts, folding now and then in between."""
    for person, body, by, fold in said:
        with write(store) as connection:
            append(connection, [fact(person, body, by)], VAULT, "node-1", 1, micros(START))
            if fold:
                catch_up(connection, VAULT)
    with write(store) as connection:
        catch_up(connection, VAULT)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=SAID)
def test_rebuilding_gives_the_same_rows_as_catching_up(
    stores: Stores, said: list[tuple[str, Body, Source, bool]]
) -> None:
    with stores.empty("sqlite") as store:
        told(store, said)
        before = rows(store)
        with write(store) as connection:
            erase_late(connection)
            rebuild(connection, VAULT)
        assert rows(store) == before


@pytest.mark.postgres
def test_postgres_takes_every_fold_that_sqlite_takes(stores: Stores) -> None:
    @settings(max_examples=20, deadline=None, database=None)
    @given(said=SAID)
    def both(said: list[tuple[str, Body, Source, bool]]) -> None:
        with write(postgres) as connection:
            place = len(entries(connection, VAULT, after=0, limit=10**6))
            append(connection, renamed(said, place), VAULT, "node-1", 1, micros(START))
            catch_up(connection, VAULT)

    with stores.empty("postgres") as postgres:
        both()
        before = rows(postgres)
        with write(postgres) as connection:
            rebuild(connection, VAULT)
        assert rows(postgres) == before


def renamed(said: Sequence[tuple[str, Body, Source, bool]], example: int) -> list[Fact]:
    """People of an example of their own, in a store that all examples share."""
    return [fact(f"{person}.{example}", body, by) for person, body, by, _ in said]

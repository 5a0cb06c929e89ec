from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine

from flows.facts import AnswerGiven, CaseClaimed, CaseHandedBack, CaseOpened, MessageHeard, StaffReplied
from flows.ports import Cards
from storage.engine import read
from storage.opened import entries
from storage.register import StoredRegister
from tests.keys import VAULT
from tests.register.people import START, fact, heard, registered


def opened(store: Engine, *cases: str) -> StoredRegister:
    heard(store, registered("p1"))
    for case in cases:
        heard(store, [fact("p1", CaseOpened(case, "E22", "P2")), fact("p1", MessageHeard(case, f"help {case}"))])
    return StoredRegister(store, VAULT)


def test_the_latest_word_of_the_person_of_a_case_is_told(store: Engine) -> None:
    register = opened(store, "c1")
    assert register.word("c1") == ""
    for word in ("بهار", "skip", "بهار سبز"):
        heard(store, [fact("p1", AnswerGiven("proof", "word", word))])
    heard(store, [*registered("p2"), fact("p2", AnswerGiven("proof", "word", "other"))])
    assert register.word("c1") == "بهار سبز"
    assert register.word("c9") == ""


def test_a_case_is_listed_claimed_answered_and_handed_back(store: Engine) -> None:
    register = opened(store, "c1", "c2")
    first, _ = register.cases()
    assert (first.case, first.code, first.priority) == ("c1", "E22", "P2")
    assert (first.ref, first.language) == ("REF-p1", "fa")
    assert [words for _, words in register.heard("c1")] == ["help c1"]
    assert not register.reply("c1", "amina", "hello", START, "m1"), "not claimed"
    assert register.claim("c1", "amina", START) == "amina"
    assert register.claim("c1", "amina", START) == "amina"
    assert register.claim("c1", "bashir", START) == "amina"
    assert register.claim("c9", "bashir", START) == ""
    assert not register.reply("c1", "bashir", "hello", START, "m2")
    assert register.reply("c1", "amina", "hello", START, "m3")
    assert register.reply("c1", "amina", "hello", START, "m3"), "the same message again"
    assert not register.hand_back("c1", "bashir", START)
    assert register.hand_back("c1", "amina", START)
    assert not register.hand_back("c1", "amina", START)
    assert register.claim("c1", "bashir", START) == ""
    assert [(case.case, case.claimed_by, case.closed) for case in register.cases()] == [
        ("c1", "amina", True),
        ("c2", "", False),
    ]
    with read(store) as connection:
        said = [entry.fact.body for entry in entries(connection, VAULT, after=0, limit=99, node="desk")]
    assert [type(body) for body in said] == [CaseClaimed, StaffReplied, CaseHandedBack]
    assert isinstance(said[1], StaffReplied)
    assert said[1].words == "hello"


def test_of_those_who_claim_at_once_exactly_one_has_the_case(store: Engine) -> None:
    cases = [f"c{number}" for number in range(5)]
    opened(store, *cases)
    desks = [StoredRegister(store, VAULT) for _ in range(4)]
    gate = Barrier(len(desks))

    def claims(number: int) -> list[str]:
        gate.wait()
        return [desks[number].claim(case, f"staff-{number}", START) for case in cases]

    with ThreadPoolExecutor(len(desks)) as threads:
        told = list(threads.map(claims, range(len(desks))))
    winners = [{answers[place] for answers in told} for place in range(len(cases))]
    assert all(len(winner) == 1 for winner in winners), "everyone hears of the same winner"
    with read(store) as connection:
        said = entries(connection, VAULT, after=0, limit=99, node="desk")
    assert [entry.seq for entry in said] == list(range(1, len(cases) + 1))
    claimed = {body.case: body.staff for entry in said if isinstance(body := entry.fact.body, CaseClaimed)}
    assert [{claimed[case]} for case in cases] == winners


def test_the_console_counts_what_the_register_knows(store: Engine) -> None:
    register = opened(store, "c1", "c2", "c3")
    heard(store, registered("p2", wish="STAY", language="ps"), node="node-2")
    register.claim("c1", "amina", START)
    register.claim("c2", "amina", START)
    register.hand_back("c2", "amina", START)
    totals = register.totals()
    assert (totals.people, totals.registered) == (2, 2)
    assert totals.wishes == {"LEAVE_NOW": 1, "STAY": 1}
    assert totals.languages == {"fa": 1, "ps": 1}
    assert totals.provinces == {"KAB": 2}
    assert (totals.cases_open, totals.cases_claimed, totals.cases_closed) == (1, 1, 1)
    known = {node.node: (node.facts, node.position) for node in totals.nodes}
    assert known == {"node-1": (15, 15), "node-2": (9, 24), "desk": (3, 27)}


def test_a_card_is_posted_once_and_then_edited(store: Engine) -> None:
    register: Cards = StoredRegister(store, VAULT)
    assert register.card("case:c1") is None
    register.keep_card("case:c1", -100, 7, "open")
    register.keep_card("case:c1", -100, 7, "claimed")
    assert register.card("case:c1") == (-100, 7, "claimed")

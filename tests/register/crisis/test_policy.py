"""A policy file is read or its faults are told in words; and the rule knows no policy but the one it is given."""

import tomllib
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.policies import given, told
from flows.register.crisis.checking import policy
from flows.register.crisis.policy import Policy
from flows.register.readiness.people import Intent, Paper, Person, State, Waiver
from flows.register.readiness.readiness import readiness

LEBANON = Path(__file__).with_name("lebanon.toml")
Table = dict[str, object]


def table(**changed: object) -> Table:
    """The pack of Lebanon, with these keys otherwise; a dot leads into a table, None takes a key away."""
    found: Table = deepcopy(tomllib.loads(LEBANON.read_text()))
    for path, value in changed.items():
        *into, key = path.split("__")
        place = found
        for name in into:
            place = place[name]  # type: ignore[assignment]
        if value is None:
            del place[key]
        else:
            place[key] = value
    return found


def faults(**changed: object) -> list[str]:
    """What is wrong then."""
    found = policy(table(**changed))
    return [] if isinstance(found, Policy) else [f"{fault.path}: {fault.why}" for fault in found]


def test_the_policy_of_hamrah_is_the_one_of_the_domain() -> None:
    found = given()
    assert (found.id, found.route, found.margin_days, found.fresh_days, found.reach_days) == (
        "POL-2021-11-A", "AIR", 0, 14, 14,
    )  # fmt: skip
    assert found.eligible == {"USC", "LPR", "IF_USC", "IF_LPR", "IV_HOLD", "SIV_HOLD"}
    assert {category: found.minimum(category) for category in ("USC", "USN", "LPR", "IF_USC_CH")} == {
        "USC": 2, "USN": 2, "LPR": 3, "IF_USC_CH": 3,
    }  # fmt: skip
    assert found.sets("USC") == (("US_PPT",), ("US_EMERG_PPT",), ("US_PPT_EXP", "W_CONSUL"))
    assert found.sets("LPR") == (("AF_PPT", "US_GC"), ("US_GC", "W_CONSUL"))
    assert found.sets("IF_USC_SP") == found.sets("IF_LPR_CH") == (("AF_PPT", "US_VISA"), ("AF_PPT", "W_ENTRY"))
    assert found.sets("IV_HOLD") == found.sets("SIV_HOLD") == (("AF_PPT", "US_VISA"),)
    assert found.sets("P2") == found.sets("nobody's") == ()
    assert [found.covers(category) for category in ("IF_LPR_SP", "USN", "IF_SM", "P2")] == [
        True,
        True,
        False,
        False,
    ]


def test_it_holds_from_its_first_day_to_its_last() -> None:
    found = told(LEBANON)
    assert isinstance(found, Policy)
    days = (date(2006, 7, 13), date(2006, 7, 14), date(2006, 8, 31), date(2006, 9, 1))
    assert [found.holds_on(day) for day in days] == [False, True, True, False]
    assert given().holds_on(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"eligible": ["CAN", "KID", "XYZ"]},
            ["eligible: XYZ is no category of this policy", "docs: XYZ is eligible and has no document set"],
        ),
        ({"eligible": ["CAN", "KID", "USC"]}, ["docs: USC is eligible and has no document set"]),
        ({"eligible": ["CAN", "CAN"]}, ["eligible[1]: CAN stands here twice"]),
        ({"eligible": "CAN"}, ["eligible: this must be a list of codes"]),
        ({"eligible": ["CAN", 7]}, ["eligible[1]: this must be a code in quotes"]),
        ({"docs__CAN": [["CAN_PPT"], ["VISA"]]}, ["docs.CAN[1]: VISA is no paper or waiver of this policy"]),
        ({"docs__CAN": [["CAN_PPT"], ["CAN_PPT", "CAN_CARD"]]}, ["docs.CAN[1]: docs.CAN[0] is enough already"]),
        (
            {"docs__CAN": [["CAN_PPT", "OLD"], ["OLD", "CAN_PPT"]], "papers__OLD": "x"},
            ["docs.CAN[1]: docs.CAN[0] is enough already"],
        ),
        ({"docs__CAN": [["CAN_PPT", "OLD_PPT"]]}, ["docs.CAN[0]: OLD_PPT and CAN_PPT are one paper"]),
        ({"docs__CAN": [["CAN_PPT"], []]}, ["docs.CAN[1]: this must be a list of codes, not empty"]),
        ({"docs__CAN": []}, ["docs.CAN: this must be a list of sets"]),
        ({"docs__XYZ": [["CAN_PPT"]]}, ["docs: XYZ is no category of this policy"]),
        ({"min_evidence__XYZ": 1}, ["min_evidence: XYZ is no category of this policy"]),
        ({"min_evidence__CAN": 5}, ["min_evidence.CAN: this must be a whole number from 0 to 4"]),
        ({"min_evidence": {"CAN": 1}}, ['min_evidence: this must name "*", for every other category']),
        ({"margin_days": -1}, ["margin_days: this must be a whole number from 0 to 3660"]),
        ({"fresh_days": True}, ["fresh_days: this must be a whole number from 0 to 3660"]),
        ({"reach_days": "14"}, ["reach_days: this must be a whole number from 0 to 3660"]),
        ({"marign_days": 3}, ["marign_days: there is no such key; is it margin_days?"]),
        ({"zebra": 3}, ["zebra: there is no such key"]),
        ({"age__adolt": 3}, ["age.adolt: there is no such key; is it adult?"]),
        ({"age__out": 16}, ["age.out: this must be more than age.adult"]),
        ({"age__waiver": "W_X"}, ["age.waiver: W_X is no waiver of this policy"]),
        ({"age__ages_out": ["XYZ"]}, ["age.ages_out: XYZ is no category of this policy"]),
        ({"from": "2006-07-14"}, ["from: this must be a day like 2021-11-01, without quotes"]),
        ({"from": datetime(2006, 7, 14, 1)}, ["from: this must be a day like 2021-11-01, without quotes"]),  # noqa: DTZ001
        ({"from": None}, ["from: this is missing: it must be a day like 2021-11-01, without quotes"]),
        ({"until": date(2006, 7, 13)}, ["until: this is before from"]),
        ({"id": " "}, ["id: this must be a text"]),
        ({"papers__CAN_CARD": 7}, ["papers.CAN_CARD: this must be a text"]),
        ({"papers__can card": "x"}, ["papers.can card: a code is of capital letters, digits and _"]),
        ({"papers__W_KID": "x"}, ["waivers.W_KID: this code already stands for something else"]),
        ({"papers__OLD_PPT": "x"}, ["held_expired.OLD_PPT: this code already stands for something else"]),
        ({"held_expired__OLD_PPT": "ID"}, ["held_expired: ID is no paper of this policy"]),
        ({"undated": ["ID"]}, ["undated: ID is no paper of this policy"]),
        ({"counts_as": {"USC": "XYZ"}}, ["counts_as: XYZ is no category of this policy"]),
        (
            {"counts_as": {"KID": "CAN"}},
            [
                "eligible: KID is eligible already, since it counts as CAN",
                "docs.KID: KID counts as CAN, so its documents stand there",
            ],
        ),
        (
            {"counts_as": {"USC": "KID", "KID": "USC"}},
            [
                "counts_as.USC: KID counts as another category itself",
                "counts_as.KID: USC counts as another category itself",
                "docs.KID: KID counts as USC, so its documents stand there",
            ],
        ),
        (
            {"waivers": []},
            [
                "waivers: this must be a table",
                "age.waiver: W_KID is no waiver of this policy",
                "docs.KID[1]: W_KID is no paper or waiver of this policy",
            ],
        ),
    ],
)
def test_every_fault_is_told_with_its_key(changed: Table, said: list[str]) -> None:
    assert faults(**changed) == said


def test_many_faults_are_told_at_once() -> None:
    assert len(faults(id=None, margin_days=-1, eligible=["XYZ"], docs__CAN=[["VISA"]])) == 5


def test_an_empty_file_says_all_that_it_lacks() -> None:
    found = policy({})
    assert not isinstance(found, Policy)
    assert {fault.path for fault in found} >= {
        "id",
        "from",
        "fresh_days",
        "eligible",
        "docs",
        "papers",
        "categories",
    }


def test_what_is_no_toml_is_one_fault(tmp_path: Path) -> None:
    for written in (b"id = ", b"\xff\xfe", b"[[[["):
        (tmp_path / "p.toml").write_bytes(written)
        found = told(tmp_path / "p.toml")
        assert not isinstance(found, Policy)
        assert len(found) == 1


AS_OF, TRAVEL = date(2006, 7, 20), date(2006, 7, 21)
SAIL = Person(
    "a", "h", named=True, age=16, category="CAN", intent=Intent.LEAVE_NOW, intent_on=date(2006, 7, 17),
    contact_on=date(2006, 7, 18), consent=True, papers=(Paper("CAN_PPT", expires=date(2006, 8, 20), evidence=1),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, ()),
        ({"age": 15}, ("HOLD:MINOR_ALONE",)),
        ({"intent_on": date(2006, 7, 16)}, ("INTENT_STALE",)),
        ({"contact_on": date(2006, 7, 17)}, ("NO_CONTACT",)),
        ({"papers": (Paper("CAN_PPT", expires=date(2006, 8, 19), evidence=1),)}, ("DOC_EXPIRED:CAN_PPT",)),
        ({"papers": (Paper("CAN_CARD", evidence=1), Paper("CAN_PPT", State.EXPIRED, evidence=1))}, ()),
        ({"papers": (Paper("US_PPT", expires=date(2026, 1, 1), evidence=4),)}, ("DOC_MISSING:CAN_PPT",)),
        ({"category": "USC"}, ("CAT_NOT_COVERED:USC",)),
        ({"category": "KID"}, ("WAIVER_MISSING:W_KID",)),
        ({"category": "KID", "age": 19}, ("AGED_OUT:KID", "WAIVER_MISSING:W_KID")),
        ({"category": "KID", "age": 19, "waivers": (Waiver("W_KID"),)}, ()),
    ],
)
def test_the_rule_knows_only_the_policy_it_is_given(changed: Table, codes: tuple[str, ...]) -> None:
    found = told(LEBANON)
    assert isinstance(found, Policy)
    told_of = {name: getattr(SAIL, name) for name in Person.__slots__} | changed
    [answer] = readiness([Person(**told_of)], AS_OF, TRAVEL, found).values()
    assert (answer.codes, answer.policy) == (codes, "LBN-2006-07-B")

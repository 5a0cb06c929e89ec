"""The command on files of anybody's making."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from flows.places import KABUL
from tests.register.crisis.test_policy import LEBANON
from tests.register.readiness.tables import TABLES, USUAL, Fields, fields, to_come, written

DAYS = ("--as-of", "2021-11-10", "--travel", "2021-11-18")


def ran(told: object, *options: str, days: tuple[str, ...] = DAYS) -> Result:
    """The command on this, piped in: an object, or a text as it is."""
    text = told if isinstance(told, str | bytes) else json.dumps(told)
    return CliRunner().invoke(app, ["readiness", "-", *days, *options], input=text)


def answered(told: object, *options: str) -> dict[str, dict[str, object]]:
    """What it answers as JSON, where it has nothing to complain of."""
    found = ran(told, "--json", *options)
    assert (found.exit_code, found.stderr) == (0, "")
    answers: dict[str, dict[str, object]] = json.loads(found.stdout)
    return answers


def refused(told: object, *options: str) -> list[str]:
    """Its faults, where nothing is answered."""
    found = ran(told, *options)
    assert (found.exit_code, found.stdout) == (2, "")
    return found.stderr.splitlines()


@pytest.mark.parametrize("case", TABLES)
def test_it_answers_as_the_tables_say(case: str) -> None:
    answers = answered(fields(case))
    assert {id_: written(told["status"], told["reasons"]) for id_, told in answers.items()} == to_come(case)  # type: ignore[arg-type]
    assert all(told.keys() - {"notes"} == {"status", "reasons", "party"} for told in answers.values())


def test_it_reads_a_file_and_names_the_party(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text(json.dumps(fields("V19")), "utf-8-sig")
    found = CliRunner().invoke(app, ["readiness", str(path), *DAYS, "--json"])
    assert json.loads(found.stdout)["d"] == {
        "status": "PARTY_BLOCKED",
        "reasons": ["PARTY_c:NOT_READY"],
        "party": ["a", "b", "c", "d"],
    }


def test_who_turns_twenty_one_soon_is_noted_in_short_too() -> None:
    told = {"cat": "IF_USC_CH", "birth": "2000-12-01", "waivers": ["W_ENTRY"]}
    passport = {"t": "AF_PPT", "state": "held", "exp": "2024-01-01", "ev": 3}
    assert answered({"a": USUAL | told | {"docs": [passport]}}) == {
        "a": {"status": "READY", "reasons": [], "party": ["a"], "notes": ["AGING_OUT"]}
    }


def test_an_empty_person_is_answered_and_never_ready() -> None:
    for told in ({}, dict.fromkeys(USUAL)):
        assert answered({"a": told}) == {
            "a": {
                "status": "OUT_OF_SCOPE",
                "reasons": [
                    "CAT_NOT_COVERED:UNSURE", "INTENT_UNKNOWN", "NO_CONTACT", "NAME_UNKNOWN",
                    "CONSENT_SHARE_MISSING",
                ],
                "party": ["a"],
            }
        }  # fmt: skip
    assert answered({}) == {}


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ({"name": "گل"}, {"name": True}),
        ({"name": ""}, {"name": None}),
        ({"age": 34.0}, {"age": 34}),
        ({"presence": "left"}, {"presence": "LEFT"}),
        ({"household": 7}, {"household": "7"}),
        ({"waivers": ["W_CONSUL"]}, {"waivers": [{"t": "W_CONSUL", "by": "officer", "exp": None}]}),
        ({"holds": ["CUSTODY"]}, {"holds": [{"code": "CUSTODY", "since": "2021-11-01"}]}),
        ({"contact_on": "2021-10-26T22:00:00+00:00"}, {"contact_on": "2021-10-27"}),
        ({"docs": [{"t": "US_PPT", "state": "HELD", "exp": "2026-05", "ev": 2}]}, {}),
    ],
)
def test_what_means_the_same_is_answered_the_same(told: Fields, same: Fields) -> None:
    assert answered({"a": USUAL | told}) == answered({"a": USUAL | same})


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"a": 7}, ["a: this must be an object"]),
        ({"": {}}, ["a field: this is no id: it is empty, or holds half a sign"]),
        ({"a": {"age": -1}}, ["a: age: this must be a whole number from 0 to 130"]),
        ({"a": {"age": True}}, ["a: age: this must be a whole number from 0 to 130"]),
        ({"a": {"age": "34"}}, ["a: age: this must be a whole number from 0 to 130"]),
        ({"a": {"age": 3.5}}, ["a: age: this must be a whole number from 0 to 130"]),
        ({"a": {"birth": "2021-11-11"}}, ["a: birth: this is after the day asked about"]),
        ({"a": {"cat": "no code"}}, ["a: cat: this must be a code of Latin letters, digits and _"]),
        ({"a": {"presence": "HERE"}}, ["a: presence: this must be one of IN_COUNTRY, LEFT, RETURNED, UNKNOWN"]),
        ({"a": {"intent_on": "5 Nov"}}, ["a: intent_on: this must be a day like 2021-11-10"]),
        ({"a": {"intent_on": "2021-02-30"}}, ["a: intent_on: this must be a day like 2021-11-10"]),
        ({"a": {"contact_on": 20211108}}, ["a: contact_on: this must be a day like 2021-11-10"]),
        ({"a": {"consent": "yes"}}, ["a: consent: this must be true or false"]),
        ({"a": {"name": 3}}, ["a: name: this must be a text, true or false"]),
        ({"a": {"docs": {}}}, ["a: docs: this must be a list"]),
        ({"a": {"docs": ["US_PPT"]}}, ["a: docs[0]: this must be an object"]),
        ({"a": {"docs": [{"state": "held"}]}}, ["a: docs[0].t: this is missing"]),
        ({"a": {"docs": [{"t": "US_PPT", "ev": 5}]}}, ["a: docs[0].ev: this must be a whole number from 0 to 4"]),
        (
            {"a": {"docs": [{"t": "US_PPT", "exp": "05/2026"}]}},
            ["a: docs[0].exp: this must be a day like 2026-05-31, a month like 2026-05 or a year"],
        ),
        ({"a": {"waivers": [{"by": "x"}]}}, ["a: waivers[0].t: this is missing"]),
        ({"a": {"holds": [7]}}, ["a: holds[0]: this must be a code or an object"]),
        ({"a": {"must_with": [7]}}, ["a: must_with[0]: this must be an id, as a text"]),
        ({"a": {"must_wiht": ["b"]}}, ["a: must_wiht: there is no such field; is it must_with?"]),
        ([], ["hamrah: the file must hold one object, of people by id."]),
        ('{"a": {}, "a": {}}', ["a: this stands twice in one object"]),
        ('{"a": {"age": 3, "age": 4}}', ["age: this stands twice in one object"]),
        ('{"a": ', ["hamrah: the file is no JSON: Expecting value in line 1, column 7."]),
        ("[" * 100_000, ["hamrah: the file is no JSON in UTF-8, or too deep."]),
        (b"\xff\xfe", ["hamrah: the file is no JSON in UTF-8, or too deep."]),
    ],
)
def test_each_fault_is_told_by_person_and_field(told: object, said: list[str]) -> None:
    assert refused(told) == said
    assert refused(told, "--json") == said


def test_every_fault_is_told_and_no_value() -> None:
    told = {"a": {"age": "secret", "docs": [{"t": "secret!", "exp": "secret"}]}, "b": {"cat": "secret!"}, "c": {}}
    said = refused(told)
    assert [line.rpartition(": ")[0] for line in said] == ["a: age", "a: docs[0].t", "a: docs[0].exp", "b: cat"]
    assert not any("secret" in line for line in said)


def test_a_field_that_is_not_known_is_passed_over_and_said_once() -> None:
    found = ran({id_: USUAL | {"province": "KAB"} for id_ in "ab"}, "--json")
    assert found.exit_code == 0
    assert json.loads(found.stdout)["a"]["status"] == "READY"
    assert found.stderr.splitlines() == ["province: there is no such field, it is not read (2 times)"]


def test_ids_do_not_steer_the_terminal() -> None:
    for said in (ran({"\x1b[2J": USUAL}).stdout, ran({"\x1b[2J": 7}).stderr):
        assert "\x1b" not in said
        assert "\ufffd[2J" in said


def test_half_a_sign_is_no_id() -> None:
    assert refused('{"\\ud800": {}}')[0].startswith("a field: this is no id")
    assert refused('{"a": {"must_with": ["\\ud800"]}}') == ["a: must_with[0]: this must be an id, as a text"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("--as-of", "yesterday"), "hamrah: --as-of is a day like 2021-11-10."),
        (("--as-of", "2021-11-10", "--travel", "2021-11-31"), "hamrah: --travel is a day like 2021-11-10."),
        (("--as-of", "2021-11-10", "--travel", "2021-11-09"), "hamrah: --travel is before --as-of."),
    ],
)
def test_days_are_days(days: tuple[str, ...], said: str) -> None:
    found = ran({}, days=days)
    assert (found.exit_code, found.stderr.strip()) == (2, said)


def test_without_days_it_is_about_today() -> None:
    today = datetime.now(KABUL).date().isoformat()
    told = USUAL | {
        "intent_on": today,
        "contact_on": today,
        "docs": [{"t": "US_PPT", "state": "held", "exp": "2199", "ev": 4}],
    }
    assert json.loads(ran({"a": told}, "--json", days=()).stdout)["a"]["status"] == "READY"


def test_another_policy_is_asked_by_its_file() -> None:
    found = ran({"a": USUAL}, "--json", "--policy", str(LEBANON))
    assert json.loads(found.stdout)["a"]["reasons"][0] == "CAT_NOT_COVERED:USC"
    assert found.stderr == "hamrah: LBN-2006-07-B is not in force on the day of the trip.\n"


def test_a_policy_with_faults_answers_nothing(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text('id = "X"')
    found = ran({"a": USUAL}, "--policy", str(tmp_path / "p.toml"))
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("hamrah: the policy cannot be used: ")


def test_the_table_is_for_reading() -> None:
    seen = ran(fields("V05")).stdout
    assert "PARTY_BLOCKED  PARTY_b:NOT_READY" in seen
    assert "or WAIVER_MISSING:W_ENTRY" in seen
    assert "issuing state  apply" in seen
    assert "1 NOT_READY, 1 PARTY_BLOCKED" in seen
    assert seen.splitlines()[-1] == "as of 2021-11-10, trip on 2021-11-18, rule R-1, policy POL-2021-11-A"


def test_of_very_many_the_table_shows_the_first_and_counts_all() -> None:
    lines = ran({f"p{number}": USUAL for number in range(1003)}).stdout.splitlines()
    assert lines[-3:-1] == ["and 3 more: see all of them with --json.", "1003 READY"]
    assert len(lines) == 1 + 1000 + 3


def test_explained_it_is_all_that_is_known() -> None:
    told = USUAL | {
        "cat": "IF_USC_CH",
        "age": 20,
        "docs": [{"t": "AF_PPT", "state": "held", "exp": "2021-11-01", "ev": 3}],
    }
    answer = answered({"a": told}, "--explain")["a"]
    assert answer["reasons"][0] == {  # type: ignore[index]
        "code": "DOC_EXPIRED:AF_PPT", "since": "2021-11-02", "proof": "", "who": "issuing state", "next": "renew",
    }  # fmt: skip
    assert [gap["code"] for gap in answer["or"][0]] == ["DOC_EXPIRED:AF_PPT", "WAIVER_MISSING:W_ENTRY"]  # type: ignore[index]
    assert [note["code"] for note in answer["notes"]] == ["AGING_OUT"]  # type: ignore[attr-defined]
    assert (answer["next"], answer["rule"], answer["policy"]) == ("renew", "R-1", "POL-2021-11-A")


def test_a_policy_is_checked_by_its_command(tmp_path: Path) -> None:
    sound = CliRunner().invoke(app, ["policy", "check", str(LEBANON)])
    assert sound.exit_code == 0
    assert sound.stdout.startswith("LBN-2006-07-B Lebanon 2006: sound. From 2006-07-14 until 2006-08-31, SEA;")
    assert json.loads(CliRunner().invoke(app, ["policy", "check", "--json"]).stdout)["id"] == "POL-2021-11-A"
    broken = tmp_path / "p.toml"
    broken.write_text(LEBANON.read_text().replace("margin_days = 30", "margin_days = -30"))
    said = CliRunner().invoke(app, ["policy", "check", str(broken)])
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr == "margin_days: this must be a whole number from 0 to 3660\n"
    told = CliRunner().invoke(app, ["policy", "check", str(broken), "--json"])
    assert (told.exit_code, json.loads(told.stdout)["faults"][0]["key"]) == (2, "margin_days")

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.cases.triage import CODES, code_name
from flows.ports import OfferRow, PersonRow, WindowRow
from flows.windows.approval import Objection, objection
from flows.windows.audience import audience, digest
from flows.windows.counts import Counts, counts

DAY = datetime(2026, 12, 1, 4, tzinfo=UTC)
WINDOW = WindowRow("w1", "AIR", DAY, DAY - timedelta(days=2), 2, "amina", "", "")
GOER = PersonRow("p1", "node-1", "A7K3MPC", "fa", "USC", "LEAVE_NOW", 2, "KAB", True, True, DAY)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"registered": False}, "NOT_REGISTERED"),
        ({"reachable": False}, "UNREACHABLE"),
        ({"notes": "stop"}, "WANTS_NO_NOTES"),
        ({"notes": "declined"}, "WANTS_NO_NOTES"),
        ({"wish": "STAY"}, "WISH_STAY"),
        ({"wish": "UNDECIDED"}, "WISH_UNDECIDED"),
        ({"wish": "LEAVE_LATER"}, "WISH_LATER"),
        ({"wish": "LEFT"}, "WISH_LEFT"),
        ({"wish": "LEAVE_WITH_FAMILY"}, "WITH_FAMILY_NOT_ASSESSED"),
        ({"wish": ""}, "WISH_UNKNOWN"),
        ({"torn": True}, "TORN"),
        ({"wish": "LEAVE_LATER", "not_before": DAY + timedelta(days=1)}, "WISH_LATER"),
    ],
)
def test_everyone_who_is_left_out_is_counted_with_a_reason(change: dict[str, object], why: str) -> None:
    other = replace(GOER, person="p2", **change)  # type: ignore[arg-type]
    dry = audience(WINDOW, [GOER, other])
    assert dry.chosen == ("p1",)
    assert dry.left_out == {why: 1}
    assert dry.languages == {"fa": 1}
    assert dry.digest == digest(WINDOW, ["p1"])


def test_who_leaves_later_is_offered_a_trip_that_leaves_late_enough() -> None:
    later = replace(GOER, wish="LEAVE_LATER", not_before=DAY - timedelta(days=1))
    assert audience(WINDOW, [later]).chosen == ("p1",)


def test_the_digest_binds_terms_and_people_but_not_their_order() -> None:
    bound = digest(WINDOW, ["p1", "p2"])
    assert bound == digest(WINDOW, ["p2", "p1"])
    assert bound == digest(replace(WINDOW, approved_by="bashir"), ["p1", "p2"])
    changes = [{"seats": 3}, {"route": "LAND"}, {"departs": DAY + timedelta(hours=1)}, {"answer_by": DAY}]
    others = [digest(replace(WINDOW, **change), ["p1", "p2"]) for change in changes]  # type: ignore[arg-type]
    assert len({bound, digest(WINDOW, ["p1"]), *others}) == 6


def test_only_another_person_approves_exactly_the_list_of_the_dry_run() -> None:
    dry = audience(WINDOW, [GOER])
    assert objection(WINDOW, "bashir", dry.digest, dry.chosen, dry.chosen) is None
    assert objection(WINDOW, "amina", dry.digest, dry.chosen, dry.chosen) is Objection.OWN_PLAN
    assert objection(WINDOW, "bashir", dry.digest, ["p1", "p2"], ["p1", "p2"]) is Objection.OTHER_LIST
    assert objection(WINDOW, "bashir", dry.digest, dry.chosen, ()) is Objection.NO_LONGER_CHOSEN
    approved = replace(WINDOW, approved_by="bashir", digest=dry.digest)
    assert objection(approved, "carim", dry.digest, dry.chosen, dry.chosen) is Objection.APPROVED_BEFORE


def test_a_window_is_counted() -> None:
    offers = [
        OfferRow("w1", "p1", True, True, "yes", True, 0),
        OfferRow("w1", "p2", True, True, "yes", False, 1),
        OfferRow("w1", "p3", True, False, "no", False, 0),
        OfferRow("w1", "p4", False, False, "", False, 0, "queued"),
        OfferRow("w1", "p5", False, False, "", False, 0, "failed"),
    ]
    wanted = Counts(
        offered=5, waits=1, sent=3, lost=1, read=2, yes=2, no=1, open=2, seats_left=1, waiting=1, unsure=1
    )
    assert counts(WINDOW, offers) == wanted


def test_a_case_has_a_short_name_and_a_priority() -> None:
    assert code_name("0192a1") == code_name("0192a1")
    assert len(code_name("0192a1")) == 3
    assert CODES["E22"].priority == "P2"

"""A person is shown all that is kept of them, and nothing is forgotten there."""

from datetime import timedelta

from bot.terminal.begun import ANSWERS
from bot.terminal.play import CHAT, NOW, SPEECH
from flows.facts import AnswerGiven, Body, MessageHeard, OfferMade, PersonMet, ReferenceGiven, TalkOpened, Value
from flows.talks.family import family
from flows.talks.names import LANDS
from flows.talks.talks import FLOWS, talks_with
from flows.talks.values import option_labels
from flows.talks.view import OF_CASE, OF_MEMBER, OF_NEED, OF_OTHER, OF_PAPER, OF_ZONE, PASSING, SHOWN, summary
from flows.talks.zone import zone

PAPERS: dict[str, Value] = {
    "documents": ("US_PPT", "AF_TAZ", "done"),
    "documents.US_PPT.state": "held",
    "documents.US_PPT.number": "512345678",
    "documents.US_PPT.expiry": "gregorian:2027-05",
    "documents.AF_TAZ.state": "lost",
}
CONTACT: dict[str, Value] = {
    "call": "evening",
    "phone": "+93799123456",
    "shared_phone": "yes",
    "abroad": "yes",
    "abroad_name": "Karim",
    "abroad_relation": "sibling",
    "abroad_at": "karim@example.org",
    "abroad_may": "no",
}
NEEDS: dict[str, Value] = {
    "care_needed": "yes",
    "needs": ("pregnant", "other", "done"),
    "needs.pregnant.who_needs": ("self", "parent", "done"),
    "needs.pregnant.due": "soon",
    "needs.other.other_need": "a stick",
}
ZONE: dict[str, Value] = {
    "zone_number": "P00123456",
    "zone_name": "asked:AHMAD WALI",
    "zone_birth": "gregorian:1985-05-24",
    "zone_expiry": "unsure",
    "zone_lines": "hold",
    "zone_check": "yes",
}
SAID: tuple[Body, ...] = (
    PersonMet("test", CHAT),
    *(AnswerGiven("registration", question, value) for question, value in ANSWERS.items()),
    ReferenceGiven("A7K-3MP-C"),
    *(AnswerGiven("papers", question, value) for question, value in PAPERS.items()),
    TalkOpened("papers"),
    *(AnswerGiven("contact", question, value) for question, value in CONTACT.items()),
    *(AnswerGiven("needs", question, value) for question, value in NEEDS.items()),
    *(AnswerGiven("papers", f"documents.AF_PPT.{question}", "zone:*") for question in ("number", "expiry")),
    *(AnswerGiven("zone.AF_PPT", question, value) for question, value in ZONE.items()),
    TalkOpened("zone.AF_PPT"),
    AnswerGiven("zone.AF_PPT", "zone_number", "P00999999"),
    AnswerGiven("zone.US_GC", "zone_number", "odd:123456789"),
    AnswerGiven("zone.US_GC", "zone_expiry", "gregorian:2029-05"),
    AnswerGiven("case_numbers", "case_kinds.SIV.case_number", "KBL2019512345"),
    AnswerGiven("case_numbers", "case_kinds.COM.case_number", "later"),
    AnswerGiven("reach", "can_reach", ("KAB", "BAL", "done")),
    OfferMade("w1", "AIR", NOW + timedelta(days=9), NOW),
    MessageHeard("c1", "words"),
)


def shown(language: str) -> list[str]:
    head, lines = summary("p1", SAID, option_labels(FLOWS))
    said = [SPEECH.say(head, language), *(SPEECH.line(label, value, language) for label, value in lines)]
    return [line.translate(dict.fromkeys(map(ord, "\u2066\u2068\u2069"))) for line in said]


def test_everything_that_was_said_is_there_each_on_a_line() -> None:
    assert shown("en") == [
        "This is all we keep about you: A7K-3MP-C",
        "Language: English",
        "For whom: Me",
        "Name: Ahmad Wali",
        "Who I am: Special visa (SIV)",
        "How many people: 4",
        "Province: Herat",
        "My wish: I want to go",
        "Call: Evening",
        "Phone number: +93799123456",
        "Shared phone: Yes",
        "Contact abroad: Karim",
        "Relation: Brother or sister",
        "Reached by: karim@example.org",
        "Talk about me: No",
        "Where I could go: Kabul and Balkh",
        "U.S. passport: Yes",
        "Number: 512345678",
        "Valid until: 2027-05",
        "Tazkira: Lost or taken",
        "SIV case: KBL2019512345",
        "COM approval: Later",
        "Pregnant: Me and Parent",
        "Baby comes: Within 6 weeks",
        "Other: Yes",
        "Other: a stick",
        "Afghan passport: Confirmed",
        "Number: P00123456",
        "Name: AHMAD WALI",
        "Date of birth: 24 May 1985 (3 Jawza 1364)",
        "Valid until: Not sure",
        "Green card: Not confirmed",
        "Number: 123456789",
        "Valid until: 2029-05",
        "Place offered for: 2 Dec 2026 (11 Qaws 1405)",
        "Messages with staff: 1",
    ]


def test_it_is_said_in_the_persons_language() -> None:
    dari = shown("fa-AF")
    label, value = summary("p1", SAID, option_labels(FLOWS))[1][2]
    assert SPEECH.line(label, value, "fa-AF")[0] == "ن", "no isolate before what gives the line its direction"
    assert "نام: Ahmad Wali" in dari
    assert "ولایت: هرات" in dari
    assert "شماره: 512345678" in dari


def test_no_question_is_forgotten() -> None:
    flows = (*talks_with((), lands=LANDS), zone("AF_PPT"), family({}, {}))
    asked = {ask.name for flow in flows for ask in flow.asks()} | {"answer"}
    shown = SHOWN | OF_PAPER | OF_ZONE | OF_MEMBER | OF_NEED | OF_CASE | OF_OTHER
    assert asked == set(shown) | PASSING

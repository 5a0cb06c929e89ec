"""The synthetic people: who they are, what they press and what they type; the same in every demo."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.places import PROVINCES

FIRST = 1001
SEED = 1400
NAMES = {
    "fa-AF": ("احمد زهرا فرید لیلا نجیب شکریه حمید فرشته", "رحیمی حسینی نوری کریمی سادات امیری یوسفی"),
    "ps": ("زرغونه ګلالۍ پلوشه نصیر سپوږمۍ اسد بریالی", "ستانکزی وردک احمدزی خټک ځدراڼ مومند"),
    "en": ("Wali Nadia Karim Roya Samim", "Example Sample Specimen"),
}
LANGUAGES = ("fa-AF", "ps", "fa-AF", "en", "fa-AF", "ps")
MENU = {"fa-AF": "مینو", "ps": "مینو", "en": "menu"}
PERSON = {
    "fa-AF": ("کارمند", "مادرم مریض است. دوایش دو روز بعد خلاص می‌شود."),
    "ps": ("یو انسان", "زما مور ناروغه ده. درمل یې دوه ورځې وروسته خلاصېږي."),
    "en": ("a person", "My mother is ill. Her medicine lasts two more days."),
}
CATEGORIES = ("SIV", "SIV", "P1P2", "USC", "LPR", "IF_USC", "UNSURE")
WISHES = ("LEAVE_NOW", "LEAVE_NOW", "LEAVE_NOW", "LEAVE_WITH_FAMILY", "UNDECIDED")
SOME = 12
HALTS = ("begin", "category", "wish", "count", "name")


@dataclass(frozen=True, slots=True)
class Someone:
    """A synthetic person.

    answers: by `talk:question`, the option they choose; words: what they type, in turn, where they have no answer
    to choose; halts: the question at which they put the phone away; types: how often they type a button's words.
    """

    user: int
    name: str
    answers: Mapping[str, str]
    words: tuple[str, ...]
    halts: str
    types: float


def people(number: int) -> Iterator[Someone]:
    """So many people: one asks for a person, one says stay, some stop midway, some change their wish."""
    chance = random.Random(SEED)
    for at in range(number):
        yield _someone(at, chance)


def _someone(at: int, chance: random.Random) -> Someone:
    language = LANGUAGES[at % len(LANGUAGES)]
    name = " ".join(chance.choice(names.split()) for names in NAMES[language])
    answers = _answers(language, chance)
    words = [name]
    halts = f"registration:{chance.choice(HALTS)}" if at % 8 == 3 else ""
    if at == 1:
        words += PERSON[language]
    if at == 2:
        answers["registration:wish"] = "STAY"
    if at % 10 == 5:
        words.append(MENU[language])
        answers |= {"home:end": "wish", "wish:still": "change", "wish:wish": "UNDECIDED", "wish:why": "NEED_TIME"}
    return Someone(FIRST + at, name, answers, tuple(words), halts, chance.choice((0.0, 0.0, 0.3)))


def _answers(language: str, chance: random.Random) -> dict[str, str]:
    chosen = {
        "language": language,
        "begin": "go_on",
        "consent": "yes",
        "for_whom": chance.choice(("self", "family")),
        "category": chance.choice(CATEGORIES),
        "wish": chance.choice(WISHES),
        "count": str(chance.randint(1, 6)),
        "province": chance.choice(PROVINCES[:SOME]).code,
        "check": "yes",
    }
    return {f"registration:{question}": option for question, option in chosen.items()}

"""Wishes and what turns them round, in every language: not, cannot, without, only with, later, not sure."""

from itertools import product

import pytest

from flows.reading.message import read_message
from tests.reading.lines import TODAY

TO_GO = {
    "en": ("leave", "go", "get out", "leave afghanistan", "evacuate", "travel"),
    "fa": ("بروم", "برم", "خارج شوم", "از کشور خارج شوم", "بریم", "برویم"),
    "rfa": ("beram", "boram", "buram", "beravam", "berim", "berawem", "kharej shawam"),
    "ps": ("لاړ شم", "لاړه شم", "ووځم", "ولاړ شم", "لاړ شو"),
    "rps": ("lar sham", "lara sham", "wawzam", "lar shu"),
}
TO_STAY = {
    "en": ("stay", "remain", "stay here", "live here"),
    "fa": ("بمانم", "بمانیم", "اینجا بمانم"),
    "rfa": ("bemanam", "bomanam", "bemonam", "inja bomanom"),
    "ps": ("پاتې شم", "دلته پاتې شم", "پاتې شو"),
    "rps": ("pate sham", "pati sham", "dalta pate sham"),
}
WANTS = {
    "en": ("i want to", "we want to", "I wish to", "i would like to", "my wish is to", "wanna"),
    "fa": ("می‌خواهم", "میخواهم", "می خواهم", "میخوایم", "میخواهیم", "ميخواهم", "میخایم"),
    "rfa": ("mikhaham", "mekhaham", "mekhayam", "mikhahim", "mekhahem", "mi khaham", "mekhayom", "mikham"),
    "ps": ("غواړم", "غواړو", "زه غواړم", "غواړم چې"),
    "rps": ("ghwaram", "ghwaru", "za ghwaram", "ghwaram che", "gwaram"),
}
NOT_WANTS = {
    "en": (
        "i do not want to", "i don't want to", "dont want to", "I don’t want to", "we never want to",
        "i dont wanna",
        "i no longer want to", "we don't really want to", "i do not wish to",
    ),
    "fa": ("نمی‌خواهم", "نمیخواهم", "نمی خواهم", "نمیخوایم", "نمیخواهیم", "نميخواهم", "نمیخایم", "هرگز نمی‌خواهم"),
    "rfa": ("nemikhaham", "namekhaham", "nemekhaham", "namekhayam", "nemikhahim", "ne mikhaham", "na mekhaham"),
    "ps": ("نه غواړم", "نه غواړو", "زه نه غواړم", "نه غواړم چې"),
    "rps": ("na ghwaram", "na ghwaru", "za na ghwaram", "na ghwaram che"),
}  # fmt: skip
GRID = [
    *((f"{want} {verb}", "LEAVE_NOW") for lang in TO_GO for want, verb in product(WANTS[lang], TO_GO[lang])),
    *((f"{want} {verb}", "STAY") for lang in TO_GO for want, verb in product(WANTS[lang], TO_STAY[lang])),
    *((f"{want} {verb}", "STAY") for lang in TO_GO for want, verb in product(NOT_WANTS[lang], TO_GO[lang])),
    *((f"{want} {verb}", "LEAVE_NOW") for lang in TO_GO for want, verb in product(NOT_WANTS[lang], TO_STAY[lang])),
]
AROUND = (
    "{}",
    "{}. Karim, green card, 3 people, Herat",
    "salam, {}",
    "کریم ۳ نفر هرات {}",
    "Ahmad\n{}\nus citizen",
)

SAID = """
i am not leaving | STAY
we won't go | STAY
I will not leave | STAY
not going anywhere | STAY
I can't stay here any longer | LEAVE_NOW
we cannot remain | LEAVE_NOW
unable to stay | LEAVE_NOW
no longer want to stay | LEAVE_NOW
please get us out | LEAVE_NOW
please evacuate me | LEAVE_NOW
i refuse to leave | STAY
won't leave without my kids | LEAVE_WITH_FAMILY
not without my husband | LEAVE_WITH_FAMILY
only if my parents come with me | LEAVE_WITH_FAMILY
I will go only together with my wife | LEAVE_WITH_FAMILY
i dont want to leave alone, only with my family | LEAVE_WITH_FAMILY
i will leave next year | LEAVE_LATER
want to leave but not now | LEAVE_LATER
maybe later | ?
i am not sure if i want to leave | ?UNDECIDED
undecided | UNDECIDED
should i stay or go | ?UNDECIDED
i have already left | LEFT
رفتنی هستم | LEAVE_NOW
نمی‌روم | STAY
نمیرویم | STAY
می‌مانم | STAY
نمی‌مانم | LEAVE_NOW
نمی‌توانم بمانم | LEAVE_NOW
مانده نمی‌توانیم | LEAVE_NOW
می‌خواهم نمانم | LEAVE_NOW
می‌خواهم نروم | STAY
رفتن نمی‌خواهم | STAY
ماندن نمی‌خواهم | LEAVE_NOW
رفتن می‌خواهم | LEAVE_NOW
بدون خانمم نمی‌روم | LEAVE_WITH_FAMILY
بدون فامیل رفتن نمی‌خواهم | LEAVE_WITH_FAMILY
فقط همراه پدر و مادرم می‌روم | LEAVE_WITH_FAMILY
تنها نمی‌روم، با فامیلم می‌روم | ?LEAVE_WITH_FAMILY
سال آینده می‌روم | LEAVE_LATER
فعلاً نمی‌روم، بعداً می‌روم | LEAVE_LATER
تصمیم نگرفته‌ام | UNDECIDED
نمی‌دانم چه کنم | UNDECIDED
برآمده‌ایم | LEFT
namirem | STAY
nameram | STAY
namimanam | LEAVE_NOW
mirim | LEAVE_NOW
merawem | LEAVE_NOW
raftan namekhaham | STAY
mandan namekhahem | LEAVE_NOW
bedune familam namiram | LEAVE_WITH_FAMILY
faqat hamrahe khanomam merom | LEAVE_WITH_FAMILY
tasmim nagereftam | UNDECIDED
baadtar merom | LEAVE_LATER
نه ځو | STAY
نه وځو | STAY
ځم | LEAVE_NOW
پاتې کېږو | STAY
نه پاتې کېږم | LEAVE_NOW
پاتې کېدای نه شم | LEAVE_NOW
نشم پاتې کېدای | LEAVE_NOW
تلل نه غواړو | STAY
پاتې کېدل نه غواړم | LEAVE_NOW
له کورنۍ پرته نه ځم | LEAVE_WITH_FAMILY
یوازې له مېرمنې سره ځم | LEAVE_WITH_FAMILY
بل کال به ځم | LEAVE_LATER
نه یم ډاډه | UNDECIDED
وتلي یو | LEFT
na zu | STAY
pate kegu | STAY
na sham pate kedai | LEAVE_NOW
tlal na ghwaru | STAY
bi la mor na zam | LEAVE_WITH_FAMILY
wrusta zam | LEAVE_LATER
la hewada watalay yam | LEFT
"""


@pytest.mark.parametrize("around", AROUND)
def test_not_turns_a_wish_round_and_nothing_else_does(around: str) -> None:
    faults = []
    for said, wish in GRID:
        read = read_message(around.format(said), TODAY)
        if read.wish != wish and read.sure_of("wish"):
            faults.append(f"{said}: {read.wish}, meant {wish}")
    assert not faults


def test_nearly_all_of_them_are_sure() -> None:
    asked = [said for said, _ in GRID if not read_message(said, TODAY).sure_of("wish")]
    assert len(asked) <= 0.05 * len(GRID), asked


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_a_wish_is_read_as_said(line: str) -> None:
    said, _, wish = line.partition(" | ")
    read = read_message(said, TODAY)
    if wish.startswith("?"):
        assert not read.sure_of("wish"), read.wish
    else:
        assert (read.wish, read.sure_of("wish")) == (wish, True), read.confidence

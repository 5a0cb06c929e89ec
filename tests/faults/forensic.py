"""What a seized node's disk gives away: nothing of what people said, nor who they are, nor the bot's token."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.disk import disk, no_disk
from tests.faults.needles import Numbers, Scanner, heap
from tests.faults.nodes import Field, field
from tests.faults.row import Row, Run
from tests.kills.crowd import BOT

LATIN, DARI = "bcdfghjkmnpqrstvwxz", "بتثجحخدذرزژسشصضطظعغفقکگلمنو"
MANY, FEW = 200, 8
REGISTERING = ("hello", "English", "yes", "me", "1", "1", "4", "{name}", "herat", "yes")
PAPERS = ("menu", "my papers", "green card, tazkira", "yes", "{number}", "not sure", "lost or taken")
WORDS = ("menu", "a person", "{words}", "{words} 2")


@dataclass(frozen=True, slots=True)
class Planted:
    """What is told to the node: words that stand nowhere else, in the words of many people."""

    name: str
    dari: str
    number: str
    phone: str
    place: str
    words: str
    token: str
    first: int

    @classmethod
    def by(cls, chance: random.Random) -> "Planted":
        """Other words for every seed; some have signs that can be composed in two ways."""
        latin = "".join(chance.choices(LATIN, k=7))
        place = "".join(chance.choices(LATIN, k=8))
        dari, words = ("".join(chance.choices(DARI, k=6)) for _ in range(2))
        number, phone = (str(chance.randrange(10**5, 10**6)) for _ in range(2))
        token = f"700001:{''.join(chance.choices(LATIN, k=30))}"
        first = _first(chance)
        return cls(f"Zö{latin}", f"آ{dari}", number, phone, place.title(), f"{words}ئ", token, first)

    def words_of(self, person: int) -> Iterator[str]:
        """Everything that one person says."""
        name = f"{self.name} {self.dari} {person}"
        free = f"0{self.phone}{person:03} {self.place} {self.words}"
        for said in (*REGISTERING, *PAPERS, *WORDS):
            yield said.format(name=name, number=f"{self.number}{person:03}", words=free)

    def scanner(self, people: int) -> Scanner:
        """Looks for all of it."""
        words = {"name": self.name, "name in Dari": self.dari, "number": self.number, "phone": self.phone}
        words |= {"place": self.place, "words": self.words, "token": self.token.partition(":")[2]}
        return Scanner(words | {"chat id": str(self.first)[:-3]}, Numbers(self.first, people))


def _first(chance: random.Random) -> int:
    """The first of some chat ids that all begin alike, in decimal and in their five bytes."""
    while (first := chance.randrange(5_000_000, 9_000_000) * 1000) % 65_536 > 65_000:
        pass
    return first


def forensic(run: Run) -> str:
    """Plant people, kill the node, and read its disk as who has seized it would."""
    chance, people, size = run.chance, MANY if run.size > 1 else FEW, 0
    for number in range(run.size):
        place = run.place / str(number)
        place.mkdir()
        planted = Planted.by(chance)
        with _root(place) as (root, seized), field(place, root, planted.token, run.seed) as played:
            _play(played, planted, people, chance)
        raw = heap(seized)
        size += len(raw)
        found = Counter(planted.scanner(people).found(raw))
        told = ", ".join(f"{count} of {name}" for name, count in found.items())
        assert not found, f"on disk {number + 1}: {told}"
    return f"{people} people on each disk, {size >> 20} MB scanned, 0 hits"


def _play(field: Field, planted: Planted, people: int, chance: random.Random) -> None:
    """People talk, the node is killed in the middle and at the end, and the register has all of it by then."""
    talks = {planted.first + each: list(planted.words_of(each)) for each in range(people)}
    for chat in talks:
        field.world.add_user(chat, planted.name, language_code="en")
    half = len(talks[planted.first]) // 2
    for said in (slice(half), slice(half, None)):
        for chat, words in talks.items():
            for each in words[said]:
                field.world.say(chat, BOT, each)
        if said.start is None:
            field.taken(chance.randrange(half * people))
            field.node.kill()
            field.node.start()
    field.taken()
    told = json.dumps(field.synced(), ensure_ascii=False)
    for word in (planted.name, planted.dari, planted.number, planted.phone, planted.place, planted.words):
        assert told.count(word) >= people, "the register does not have what was planted"
    field.node.kill()


@contextmanager
def _root(place: Path) -> Iterator[tuple[Path, Path]]:
    """A node's root, and what of it is seized: the whole disk, or without root its files."""
    if no_disk():
        (place / "root").mkdir()
        yield place / "root", place / "root"
        return
    with disk(place, 256) as where:
        yield where.root, where.image


ROW = Row("forensic", "17: a seized disk is scanned", forensic, small=1, large=20)

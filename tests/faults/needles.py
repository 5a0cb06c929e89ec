"""Whether planted words or numbers can be found in bytes, in any encoding in which software leaves them behind."""

import base64
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import zstandard

PAGE = 4096
MOST = 1 << 22  # bytes of one unpacked stream
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|\x28\xb5\x2f\xfd")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers that follow on each other, all of five bytes, with the same first three."""

    first: int
    count: int

    def within(self, heap: bytes) -> Iterator[int]:
        """Those that stand in these bytes in binary: what is written in more bytes holds these five."""
        head = (self.first >> 16).to_bytes(3, "big")
        for order, part, at in (("big", head, 0), ("little", head[::-1], 2)):
            place = heap.find(part)
            while place >= 0:
                whole = heap[place - at : place - at + 5] if place >= at else b""
                number = int.from_bytes(whole, "big" if order == "big" else "little")
                if len(whole) == 5 and 0 <= number - self.first < self.count:
                    yield number
                place = heap.find(part, place + 1)


def patterns(word: str) -> frozenset[bytes]:
    """A word as bytes, as it is and in every disguise."""
    found: set[bytes] = set()
    cases = {word, word.lower(), word.upper(), word.title()}
    for case, form in product(cases, FORMS):
        text = unicodedata.normalize(form, case)
        found |= {quote(text).encode(), quote(text).lower().encode()}
        escaped = json.dumps(text)[1:-1]
        found |= {escaped.encode(), re.sub(r"\\u....", lambda m: "\\u" + m[0][2:].upper(), escaped).encode()}
        for raw in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
            found |= {raw, raw.hex().encode(), raw.hex().upper().encode(), *_in_base64(raw)}
    return frozenset(found)


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """What stays the same of it in base64, whatever stands before and after, at each of three places."""
    for lead in range(3):
        coded = base64.b64encode(bytes(lead) + raw)
        sure = coded[-(-lead * 8 // 6) : (lead + len(raw)) * 8 // 6]
        yield from (sure, sure.translate(bytes.maketrans(b"+/", b"-_")))


class Scanner:
    """Looks for words, each by its name, and for numbers in binary."""

    def __init__(self, words: dict[str, str], numbers: Numbers) -> None:
        self._patterns = {name: patterns(word) for name, word in words.items()}
        self._numbers = numbers

    def found(self, heap: bytes, depth: int = 2) -> Iterator[str]:
        """The name of each hit, in the bytes and in the streams that are compressed in them."""
        for name, disguises in self._patterns.items():
            yield from (name for pattern in disguises if pattern in heap)
        # In five random bytes one number or another stands now and then; two of them do not.
        if len(numbers := set(self._numbers.within(heap))) > 1:
            yield from ("chat id in binary" for _ in numbers)
        if depth:
            for stream in _unpacked(heap):
                yield from self.found(stream, depth - 1)


def _unpacked(heap: bytes) -> Iterator[bytes]:
    for mark in PACKED.finditer(heap):
        packed = memoryview(heap)[mark.start() : mark.start() + MOST]
        try:
            if mark[0][0] == 0x28:
                stream = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
            else:
                stream = zlib.decompressobj(47).decompress(packed, MOST)
        except (zlib.error, zstandard.ZstdError):
            continue
        if len(stream) > PAGE // 64:
            yield stream


def heap(place: Path) -> bytes:
    """All bytes of a disk's image but its empty pages, or of all files in a folder."""
    if place.is_dir():
        return b"\n".join(file.read_bytes() for file in sorted(place.rglob("*")) if file.is_file())
    empty = bytes(PAGE)
    with place.open("rb") as image:
        return b"".join(page for page in iter(lambda: image.read(PAGE), b"") if page != empty)

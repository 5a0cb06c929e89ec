"""Marks on a text: HTML turned into entities, and the ones Telegram finds by itself."""

import re
from html.parser import HTMLParser

from bot.sandbox.refusals import Json, bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z]\w{3,31}")),
    ("url", re.compile(r"https?://[^\s<>\"]+")),
)


def units(text: str) -> int:
    """The length of a text as Telegram counts offsets, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> list[Json]:
    """Commands, mentions and links written out in a text."""
    marks = [
        {"type": kind, "offset": units(text[: hit.start()]), "length": units(hit.group())}
        for kind, pattern in FOUND
        for hit in pattern.finditer(text)
    ]
    return sorted(marks, key=lambda mark: int(str(mark["offset"])))


def read(text: str, mode: str | None) -> tuple[str, list[Json]]:
    """The plain text and its entities."""
    if not mode:
        return text, found_in(text)
    if mode.lower() != "html":
        raise bad("unsupported parse_mode: the sandbox reads HTML only")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad(f"can't parse entities: can't find end tag corresponding to start tag \"{reader.open[-1][0]}\"")
    return reader.text, reader.entities + found_in(reader.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Json] = []
        self.open: list[tuple[str, int, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise bad(f'can\'t parse entities: unsupported start tag "{tag}"')
        self.open.append((tag, units(self.text), dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise bad(f'can\'t parse entities: unexpected end tag "{tag}"')
        _, offset, link = self.open.pop()
        mark: Json = {"type": TAGS[tag], "offset": offset, "length": units(self.text) - offset}
        if tag == "a":
            mark["url"] = link or ""
        if mark["length"]:
            self.entities.append(mark)

    def handle_data(self, data: str) -> None:
        self.text += data

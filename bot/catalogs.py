"""Keeping the catalogs in step with the texts: `python -m bot.catalogs` updates them, with --check only looks."""

import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from bot.speech import CATALOGS, DRAFT, DRAFTS, LOCALES, catalog_path, worded

FLOWS = Path(__file__).parent.parent / "flows"
_Spec = tuple[int | tuple[int, int] | tuple[int, str], ...]
_TEXT: _Spec = ((1, "c"), 2)
_COUNTED: _Spec = ((1, "c"), 2, 3)
# By the number of arguments: an id and a text; or an id, the text of one, of many, and what is counted.
# A comma at the end counts as an argument.
KEYWORDS: dict[str, dict[int | None, _Spec | None]] = {"_": {2: _TEXT, 3: _TEXT, 4: _COUNTED, 5: _COUNTED}}

HEADER = "# What Hamrah says. AGPL-3.0-or-later."

# Header lines that would change without a change of words.
_NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n',
    re.M,
)


def extract() -> Catalog:
    """The template: every text that the flows name by `_`, in the order of their files."""
    catalog = Catalog(project="Hamrah", version="1", charset="utf-8", fuzzy=False, header_comment=HEADER)
    for path in sorted(FLOWS.rglob("*.py")):
        for _line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def written() -> Iterator[tuple[Path, bytes]]:
    """Every catalog file and what it should hold now."""
    template = extract()
    yield LOCALES / "hamrah.pot", _bytes(template)
    for code in ("en", *CATALOGS.values(), *DRAFTS.values()):
        path = catalog_path(LOCALES, code)
        yield path, _bytes(_updated(path, code, deepcopy(template)))  # babel would share its messages


def update() -> list[Path]:
    """Write the catalogs that are behind the texts; which they were."""
    behind = []
    for path, content in written():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            behind.append(path)
    return behind


def stale() -> list[Path]:
    """The catalogs that are behind the texts."""
    return [path for path, content in written() if not path.exists() or path.read_bytes() != content]


def _updated(path: Path, code: str, template: Catalog) -> Catalog:
    """The catalog with the messages of the template; a new one comes empty and as a draft, in English as it is."""
    catalog = Catalog(locale=code, fuzzy=False, header_comment=HEADER)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=code)
    known = {message.context for message in catalog if message.id}
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.project, catalog.version, catalog.fuzzy = "Hamrah", "1", False
    for message in catalog:
        if message.id and code == "en":
            message.string = message.id
        elif message.id and (message.context not in known or not worded(message)):
            message.user_comments = [DRAFT]
    return catalog


def _bytes(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalog, width=0, no_location=True, ignore_obsolete=True)
    return _NOISE.sub("", file.getvalue().decode()).encode()


def main() -> int:
    """Update the catalogs, or say which are behind and fail."""
    checking = "--check" in sys.argv[1:]
    behind = stale() if checking else update()
    for path in behind:
        sys.stdout.write(f"{'behind the texts' if checking else 'written'}: {path}\n")
    return int(checking and bool(behind))


if __name__ == "__main__":
    sys.exit(main())

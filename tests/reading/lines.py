"""Lines that say what a message means, and how well the reader agrees."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flows.births import precision
from flows.reading.message import read_message
from flows.reading.reading import Reading

TODAY = date(2026, 11, 25)
HERE = Path(__file__).parent
SEEN, HELD_OUT = HERE / "lines.tsv", HERE / "held_out.tsv"
LANGUAGES = {
    "en": "English",
    "fa": "Dari",
    "ps": "Pashto",
    "rfa": "romanised Dari",
    "rps": "romanised Pashto",
}
FIELDS = (
    "name", "count", "category", "wish", "presence", "country", "province", "phone", "call_wish", "dob", "expiry",
    "documents", "cases", "danger", "asks", "other_speaker",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A message and what it means.

    means: the value of each field as text; fields that are not named must not be read surely. A value that begins
    with "?" must be asked: whatever was read of it, it must not be sure.
    """

    language: str
    text: str
    means: dict[str, str]
    number: int


@dataclass(slots=True)
class Score:
    """How often a field was read surely and rightly, surely and wrongly, or not surely where it was plain."""

    right: int = 0
    wrong: int = 0
    left: int = 0

    @property
    def precision(self) -> float:
        """Of what was read surely, how much is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what was plain, how much was read surely and rightly."""
        return self.right / (self.right + self.left) if self.right + self.left else 1.0


@dataclass(slots=True)
class Report:
    """Scores by field and by language and field, and each line that was read otherwise than meant."""

    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    otherwise: list[str] = field(default_factory=list)
    lines: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)

    def of(self, language: str, name: str) -> Score:
        """The score of a field in a language; "all" stands for every one."""
        return self.scores.setdefault((language, name), Score())


def lines(path: Path) -> list[Line]:
    """The lines of a file: language, text and meaning, with tabs between."""
    rows = (row for row in path.read_text("utf-8").splitlines() if row and not row.startswith("#"))
    return [_line(number, *row.split("\t")) for number, row in enumerate(rows, 1)]


def _line(number: int, language: str, text: str, means: str) -> Line:
    pairs = (part.partition("=") for part in means.split("; ") if part != "-")
    return Line(language, text.replace("\\n", "\n"), {name: value for name, _, value in pairs}, number)


def told(reading: Reading) -> dict[str, str]:
    """The fields that were read, as the lines write them."""
    found = {name: getattr(reading, name) for name in FIELDS}
    return {name: _text(name, value) for name, value in found.items() if value not in (None, (), False)}


def _text(name: str, value: object) -> str:
    match value:
        case True:
            return "yes"
        case tuple():
            return ", ".join(sorted(" ".join(each) if isinstance(each, tuple) else each for each in value))
        case _ if name == "dob":
            return f"{value} {precision(str(value))}"
    return str(value)


def measure(told_lines: Iterable[Line]) -> Report:
    """How well the reader agrees with the lines."""
    report = Report()
    for line in told_lines:
        reading = read_message(line.text, TODAY)
        wrong = [fault for name in FIELDS if (fault := _compare(report, line, name, reading))]
        report.lines[line.language] += 1
        report.whole[line.language] += not wrong
        report.otherwise += [f"{line.language} {line.number}: {line.text!r}: {fault}" for fault in wrong]
    return report


def _compare(report: Report, line: Line, name: str, reading: Reading) -> str:
    meant, found = line.means.get(name, ""), told(reading).get(name, "")
    sure = bool(found) and (name == "other_speaker" or reading.sure_of(name))
    plain = bool(meant) and not meant.startswith("?")
    right = sure and plain and _same(found, meant)
    for language in (line.language, "all"):
        score = report.of(language, name)
        score.right += right
        score.wrong += sure and not right
        score.left += plain and not right
    if right or (not sure and not plain):
        return ""
    return f"{name} is {found or 'nothing'} ({reading.confidence.get(name, 0):.2f}), meant {meant or 'nothing'}"


def _same(found: str, meant: str) -> bool:
    return found == ", ".join(sorted(meant.split(", ")))


def written(report: Report) -> str:
    """The report as a table: precision / recall of each field, over all and by language."""
    languages = ["all", *LANGUAGES]
    rows = [f"{'':14}" + "".join(f"{language:>12}" for language in languages)]
    for name in FIELDS:
        cells = (_cell(report.of(language, name)) for language in languages)
        rows.append(f"{name:14}" + "".join(f"{cell:>12}" for cell in cells))
    whole = [(sum(report.whole.values()), sum(report.lines.values()))]
    whole += [(report.whole[language], report.lines[language]) for language in LANGUAGES]
    rows.append(f"{'whole lines':14}" + "".join(f"{f'{right}/{of}':>12}" for right, of in whole))
    return "\n".join(rows)


def _cell(score: Score) -> str:
    return f"{score.precision:.2f} / {score.recall:.2f}" if score.right + score.wrong + score.left else "–"

"""How well the score tells names apart: `python -m tests.matching [-v]`."""

import sys

from flows.register.matching.names import SAME, score
from tests.matching.pairs import Pair, different, families, pairs


def told(title: str, of: list[Pair], *, each: bool) -> None:
    """Print precision and recall of one set, and what is told otherwise if asked."""
    scored = [(score(pair.one, pair.other).value, pair) for pair in of]
    hits = sum(value >= SAME and pair.same for value, pair in scored)
    false = sum(value >= SAME and not pair.same for value, pair in scored)
    same = sum(pair.same for pair in of)
    precision = hits / (hits + false) if hits + false else 1.0
    recall = hits / same if same else 1.0
    sys.stdout.write(f"{title:12} {len(of):>4} pairs, precision {precision:.3f}, recall {recall:.3f}\n")
    for value, pair in scored if each else ():
        if (value >= SAME) is not pair.same:
            sys.stdout.write(f"  {value:.3f} {'same' if pair.same else 'two '} {pair.one} | {pair.other}\n")


def main() -> None:
    """All three sets."""
    seen, held_out = families()
    each = "-v" in sys.argv
    told("seen", pairs(seen, 1), each=each)
    told("held out", pairs(held_out, 2), each=each)
    told("look-alikes", different(), each=each)


if __name__ == "__main__":
    main()

"""Words that must not be readable on a locked screen, and a look for them in any language (domain.md §5.5, 1)."""

import re

from flows.words import fold

# With a star, whatever begins so. The words of the domain, with stars where people bend them.
_ENGLISH = """
american* / citizen* / passport* / visa* / embass* / evacu* / flight* / plane* / airplane* / airport* / taliban*
siv / green card* / military / army / armies / soldier* / qatar* / doha / border* / kabul* / afghan* / depart*
refugee* / travel* / trip / trips / leave / leaves / leaving
"""
_DARI_AND_PASHTO = """
امریکا* / امریکای* / پاسپورت* / پاسپورټ* / ویزا* / ویزه* / ویزې* / ویزو* / سفارت* / پرواز* / الوتن* / طیار*
الوتک* / میدان هوایی* / میدان های هوایی* / هوایی میدان* / هوايي ډګر* / تخلیه* / طالب* / سرحد* / پوله* / پولې
پولو / سفر* / گرین کارت* / ګرین کارټ* / خارج* / کابل* / تذکره* / تذکرې / تذکرو
"""
# What the domain names in English only, and what an Uzbek draft would say.
_BESIDES = """
تبعه / افغان* / عسکر* / اردو / قطر / دوحه / مهاجر* / کډوال*
amerika* / pasport* / viza* / elchixona* / samolyot* / parvoz* / aeroport* / chegara* / safar* / tolib* / qobul*
afg on* / afgon* / qochqin* / askar* / harbiy* / tazkira*
"""

# Folding makes "us" of U.S., which is also whom one tells; so it is looked for as it is written.
_UNITED_STATES = re.compile(r"\b(?:U\.?S\.?A?|u\.\s?s\.?a?)\b")


def _pattern(word: str) -> str:
    """A word from its beginning, and to its end where it has no star; between two words a joiner is no gap."""
    spelled = " ?".join(map(re.escape, fold(word).split()))
    return spelled if word.endswith("*") else rf"{spelled}(?!\w)"


_WORDS = [word.strip() for word in re.split(r"[/\n]", _ENGLISH + _DARI_AND_PASHTO + _BESIDES) if word.strip()]
_HARMFUL = re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, _WORDS))})")


def push_words(text: str) -> tuple[str, ...]:
    """The harmful words that can be read in the text, as they are found; none if it may come unasked."""
    return (*_UNITED_STATES.findall(text), *_HARMFUL.findall(fold(text)))

"""Dari verbs of wanting, going, staying, being able and knowing, as their endings and spellings vary."""

import re

from flows.reading.signs import Kind, Sign

# (kind, pattern); a group `no` that is not empty says the opposite. Keys are folded, so ئ and ي are ی there.
_PERSON = "(?P<end>یم|م|د|ند|ن|ه|هه|ین)"
_ARABIC = (
    (Kind.WANT, "(?P<no>نه|ن)?غو?ا?ر(?P<end>م|و|ی)"),
    (Kind.WANT, rf"(?P<no>ن?)م[ی]?خو?ا[هیع]?ی?{_PERSON}"),
    ("past", rf"(?P<no>ن?)م?ی?خو?است{_PERSON}"),
    (Kind.GO, rf"(?:(?P<no>ن)می|می|ب|(?P<not>ن))رو{_PERSON}"),
    (Kind.GO, "(?:(?P<no>ن)می|می|ب|(?P<not>ن))ر(?P<end>یم|م|ه|ن)"),
    (Kind.STAY, rf"(?:(?P<no>ن)می|می|ب|(?P<not>ن))م[او]ن{_PERSON}"),
    (Kind.CANNOT, rf"نمی?(?:توان|تان|تون){_PERSON}"),
    (Kind.CAN, rf"می(?:توان|تان|تون){_PERSON}"),
    (Kind.UNSURE, "نمی?(?:دان|دون|فهم)(?:یم|م)"),
)
# Forms that a typing error is measured against.
FORMS = """
mikhaham nemikhaham mekhaham nemekhaham namekhaham mikhahim mekhahem mekhayam namekhayam mekhayem mikhastam beram
buram boram berim berem bemanam bomanam bemanim mimanam memanam meram miram namerom nameram nemiram nemitanam
nametanam nemidanam namedanam ghwaram ghwaru میخواهم نمیخواهم میخواهیم نمیخواهیم میخوایم میخایم نمیخایم میخواستم
بروم برویم نروم میروم نمیروم میرویم نمیرویم بمانم بمانیم نمانم میمانم نمیمانم نمیتوانم نمیتانم نمیدانم غوارم
غوارو نمیرم میرم
"""
_V, _N = "[aeiouy]", "(?P<no>n[aeiu]{0,2})"
_LATIN = (
    (Kind.WANT, r"(?P<no>na?)?gh?[ouv]?[wuv]h?[ao]{1,2}r{1,2}[ae]{0,2}(?P<end>m|u|o|)"),
    (Kind.WANT, rf"{_N}?m[aeiy]{{0,2}}(?:kh|x|q|gh)[wuov]?[aou]{{1,2}}h?{_V}{{0,3}}(?P<end>m|d|n|nd|h|)"),
    ("past", rf"{_N}?(?:m[aeiy]{{1,2}})?(?:kh|x)[wuo]?[ao]{{1,2}}st{_V}{{0,2}}(?P<end>m|n|nd|d)"),
    (Kind.GO, rf"(?:b[eiou]?|(?P<no>n[aei]))r(?:[aeo]+[wv])?{_V}{{1,3}}(?P<end>m)"),
    (Kind.GO, rf"{_N}?m[ei]{{1,2}}r(?:[aeo]+[wv])?(?:[aou]{{1,2}}|[ei]{{1,2}}|ai|ay)(?P<end>m)"),
    (Kind.GO, r"(?:b[eiou]?|(?P<no>n[ae]))r[aeo]+[wv](?:a|ad|an|and|e|ed)(?P<end>)"),
    ("weak", rf"{_N}?m[ei]{{1,2}}r(?:[aeo]+[wv])?(?:a|ad|ah|an|and|e)(?P<end>)"),
    ("weak", r"b[eiou]r(?:a|ad|ah|an|and)(?P<end>)"),
    (
        Kind.STAY,
        r"(?:b[eiou]?|m[ei]{1,2}|(?P<no>n[aei]{1,2}(?:m[ei]{1,2})?))"
        rf"m[aou]{{1,3}}n{_V}{{1,2}}(?P<end>m|d|nd|n|)",
    ),
    (Kind.CANNOT, rf"n[aeiu]{{0,2}}m[aeiy]{{0,2}}t(?:[aou]+[wv])?[aou]{{1,2}}n{_V}{{1,2}}(?P<end>m|d|n|nd|)"),
    (Kind.CAN, rf"m[ei]{{1,2}}t(?:[ao]+[wv])?[aou]{{1,2}}n{_V}{{1,2}}(?P<end>m|d|n|nd|)"),
    (Kind.UNSURE, r"n[aei]{1,2}m[ei]{1,2}(?:d[ao]+n|f[ae]hm)[aeiou]{1,2}m"),
)  # fmt: skip
_PATTERNS = {
    arabic: tuple((kind, re.compile(pattern)) for kind, pattern in patterns)
    for arabic, patterns in ((True, _ARABIC), (False, _LATIN))
}
_FIRST = {True: frozenset("نمبخغ"), False: frozenset("nmbkxg")}
_LENGTHS = range(3, 15)
# Words that only look like such a verb.
_NOT = frozenset(("نرم", "نره", "نرن", "mariam", "maryam", "mahan", "being", "mine", "brim", "bream", "mara"))


def verb(key: str) -> Sign | None:
    """The Dari verb that a key is, in Arabic letters or romanised."""
    arabic = not key.isascii()
    if len(key) not in _LENGTHS or key[0] not in _FIRST[arabic] or key in _NOT:
        return None
    for kind, pattern in _PATTERNS[arabic]:
        if found := pattern.fullmatch(key):
            return _sign(kind, found)
    return None


def _sign(kind: Kind | str, found: re.Match[str]) -> Sign:
    groups = found.groupdict()
    no = bool(groups.get("no") or groups.get("not"))
    end = groups.get("end")
    first = end is None or end in ("و", "u", "o") or end.endswith(("م", "m"))
    other = not first
    match kind:
        case "past":
            return Sign(Kind.WANT, no=no, other=other, past=True, mine=first)
        case "weak":
            return Sign(Kind.GO, no=no, other=True, weak=True)
    return Sign(Kind(kind), no=no and kind is not Kind.CANNOT, other=other, mine=first)

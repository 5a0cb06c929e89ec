"""The number of a record, short enough to keep in one's head (domain.md §1.2)."""

from hashlib import sha256

ALPHABET = "23456789ACDEFHJKMNPQRTUVWXY"
LENGTH = 6


def reference(person: str) -> str:
    """Six symbols drawn from the record's random id and a check symbol, written like `A7K-3MP-C`.

    It identifies and does not authenticate; two records may share one, which the register must see.
    """
    drawn = int.from_bytes(sha256(person.encode()).digest()[:8])
    symbols = ""
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, len(ALPHABET))
        symbols += ALPHABET[place]
    return f"{symbols[:3]}-{symbols[3:]}-{check(symbols)}"


def check(symbols: str) -> str:
    """The check symbol, by Luhn's rule in base 27: it catches a wrong symbol and most swaps of neighbours."""
    total = 0
    for at, symbol in enumerate(reversed(symbols)):
        doubled = ALPHABET.index(symbol) * (2 if at % 2 == 0 else 1)
        total += doubled // len(ALPHABET) + doubled % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]


def is_reference(typed: str) -> bool:
    """Whether it is a well-formed number with its right check symbol, in any case and with any dashes."""
    symbols = typed.upper().replace("-", "").replace(" ", "")
    if len(symbols) != LENGTH + 1 or any(symbol not in ALPHABET for symbol in symbols):
        return False
    return check(symbols[:LENGTH]) == symbols[LENGTH]

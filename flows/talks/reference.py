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
    """The check symbol: it catches every wrong symbol and every swap of two neighbours."""
    # Weights 2 and 1 by turns; both, and their difference, share no factor with the 27 symbols. Luhn's rule adds
    # the digits of the doubled value, which is only sound where the number of symbols is even.
    weighed = (ALPHABET.index(symbol) * (2 - at % 2) for at, symbol in enumerate(reversed(symbols)))
    return ALPHABET[-sum(weighed) % len(ALPHABET)]


def is_reference(typed: str) -> bool:
    """Whether it is a well-formed number with its right check symbol, in any case and with any dashes."""
    symbols = typed.upper().replace("-", "").replace(" ", "")
    if len(symbols) != LENGTH + 1 or any(symbol not in ALPHABET for symbol in symbols):
        return False
    return check(symbols[:LENGTH]) == symbols[LENGTH]

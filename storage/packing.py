"""A fact's body as few bytes of a common length: compressed with words that all facts share, then padded.

What is sealed shows its length, and a length tells much of an answer; so short bodies all have one.
"""

from threading import local

import zstandard

SHORT, STEP = 64, 256
LONGEST = 1 << 18
END = b"\x80"

# Never changed once facts were packed with it: another dictionary is another format in `storage.vault`.
WORDS = (
    b'{"channel":"telegram","chat":{"talk":"safety","questions":["","why":"blocked"{"case":"","code":"E22",'
    b'"priority":"P2"}{"case":"","staff":""}{"case":"","note":"","words":""}{"window":"","place":}{"note":""}'
    b'{"ref":"HM-{"talk":"offer.","question":"answer","value":"no"}{"talk":"household","question":"must_with",'
    b'"value":["done"]}{"talk":"papers","question":"number","value":"{"talk":"papers","question":"expiry","value":"'
    b'{"talk":"papers","question":"state","value":"HAVE"}{"talk":"papers","question":"documents","value":["passport",'
    b'"tazkira","done"]}{"talk":"wish","question":"condition","value":"WITH_FAMILY"}{"talk":"wish","question":"wish",'
    b'"value":"STAY"}{"talk":"registration","question":"check","value":"yes"}{"talk":"registration",'
    b'"question":"province","value":"KAB"}{"talk":"registration","question":"name","value":"'
    b'{"talk":"registration","question":"count","value":{"talk":"registration","question":"wish",'
    b'"value":"LEAVE_NOW"}{"talk":"registration","question":"category","value":"USC"}{"talk":"registration",'
    b'"question":"for_whom","value":"self"}{"talk":"registration","question":"consent","value":"yes"}'
    b'{"talk":"registration","question":"safe","value":"yes"}{"talk":"registration","question":"language",'
    b'"value":"fa-AF"}'
)
_dictionary = zstandard.ZstdCompressionDict(WORDS, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
_bare = zstandard.ZstdCompressionParameters.from_level(
    3, format=zstandard.FORMAT_ZSTD1_MAGICLESS, write_content_size=0, write_checksum=0, write_dict_id=0
)


class _Tools(local):
    """One of each for every thread: they keep what they work on."""

    def __init__(self) -> None:
        self.press = zstandard.ZstdCompressor(dict_data=_dictionary, compression_params=_bare).compress
        self.expand = zstandard.ZstdDecompressor(
            dict_data=_dictionary, format=zstandard.FORMAT_ZSTD1_MAGICLESS
        ).decompress


_tools = _Tools()


def pack(raw: bytes) -> bytes:
    """The body compressed and padded."""
    pressed = _tools.press(raw) + END
    return pressed.ljust(SHORT if len(pressed) <= SHORT else -(-len(pressed) // STEP) * STEP, b"\0")


def unpack(packed: bytes) -> bytes:
    """The body again; ValueError if it was none, or is longer than any fact."""
    pressed, end, _ = packed.rpartition(END)
    if not end:
        raise ValueError("not padded")
    try:
        raw: bytes = _tools.expand(pressed, max_output_size=LONGEST)
    except zstandard.ZstdError:
        raise ValueError("not packed") from None
    return raw

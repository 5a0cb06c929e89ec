"""The lines of a machine-readable zone in a picture; only a caged worker imports this."""

import logging
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from rapidocr import RapidOCR

from bot.ocr.finding import zone_in

TURNS = (0, 180, 90, 270)  # as it mostly lies first
SIDE = 1600  # longer pictures show no more of the letters
SHORTEST = 20  # signs of a line of a zone, of which some may be lost
_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")
# What stands for the filler in fonts that the reader was not made for.
_FILLERS = str.maketrans(dict.fromkeys("«‹＜《〈(＞>»›", "<"))


class Reader:
    """The models that come with the package, loaded once: nothing is fetched, and one thread works."""

    def __init__(self) -> None:
        logging.disable(logging.CRITICAL)
        cv2.setNumThreads(1)
        self._engine: Any = RapidOCR(
            params={
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
                "Global.use_cls": False,
                "Global.log_level": "critical",
                "Global.max_side_len": SIDE,
            }
        )
        self.zone(_sample(), date.min)  # what is loaded only when it is first needed, for a cage opens no files

    def zone(self, jpeg: bytes, today: date) -> str:
        """The lines of the zone, "" if there are none of which every check digit holds."""
        picture = Image.open(BytesIO(jpeg), formats=["JPEG"]).convert("RGB")
        for turn in TURNS:
            pixels = np.asarray(picture.rotate(turn, expand=True))
            if found := zone_in(self.lines(pixels), today):
                return found
        return ""

    def lines(self, pixels: Any) -> Sequence[str]:
        """Everything that may be a line of a zone, from above."""
        found = self._engine(pixels)
        if found.boxes is None or found.txts is None:
            return ()
        placed = sorted(
            (min(corner[1] for corner in box), text) for box, text in zip(found.boxes, found.txts, strict=True)
        )
        return tuple(line for _, text in placed if len(line := _as_line(text)) >= SHORTEST)


def _as_line(text: str) -> str:
    return "".join(sign for sign in text.upper().translate(_FILLERS) if sign in _SIGNS)


def _sample() -> bytes:
    """A picture with a word in it, over which everything is loaded."""
    picture, file = Image.new("RGB", (640, 128), "white"), BytesIO()
    ImageDraw.Draw(picture).text((20, 30), "P<AFGSAMPLE", "black", ImageFont.load_default(48))
    picture.save(file, "JPEG")
    return file.getvalue()

"""Text recognition (OCR) of a page that is an image, by Tesseract. It is off unless it is set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Any

from qa.errors import PartMissingError
from qa.reports.formats.pdf.segments import Segment

LANGUAGES: ContextVar[str] = ContextVar("languages", default="")  # of Tesseract; empty: off
SECONDS = 1800  # that a file may take if its pages are recognized
_DOTS = 300  # an inch, for which Tesseract is trained
_POINTS = 72  # an inch
_PAGE_SECONDS = 60
_SURE = 30  # of 100, of a word: less is mostly dirt
_BASE = 0.2  # share of a line's height that is below its letters' feet
_MOST_PIXELS = 60_000_000  # more is no page
Words = Mapping[str, Sequence[Any]]  # what Tesseract finds, column by column


def check_recognition(languages: str) -> str:
    """What recognizes; empty where it is off.

    Raises:
        PartMissingError: it is set, and Tesseract or one of the languages isn't there.
    """
    if not languages:
        return ""
    cure = "Install Debian's tesseract-ocr with its languages, and run: pip install pytesseract"
    try:
        import pytesseract

        version, known = pytesseract.get_tesseract_version(), pytesseract.get_languages()
    except (ImportError, OSError, SystemExit, RuntimeError) as error:
        raise PartMissingError(f"Text recognition is set, but not there: {error}.", cure) from error
    if missing := [language for language in languages.split("+") if language not in known]:
        raise PartMissingError(f"Tesseract doesn't know {', '.join(missing)}.", cure)
    return f"Tesseract {version}, {languages}"


def recognized(page: Any) -> list[Segment]:
    """The lines of a page's picture, at their places; none where recognition is off."""
    languages = LANGUAGES.get()
    if not languages:
        return []
    import pytesseract

    width, height = page.get_size()
    scale = _DOTS / _POINTS
    scale = min(scale, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil()
    found = pytesseract.image_to_data(
        image, lang=languages, output_type=pytesseract.Output.DICT, timeout=_PAGE_SECONDS
    )
    return list(_segments(found, scale, max(1.0, height)))


def _segments(found: Words, scale: float, height: float) -> Iterator[Segment]:
    """Line by line, in the order of the page's blocks."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    for at, (word, sure) in enumerate(zip(found["text"], found["conf"], strict=True)):
        if str(word).strip() and float(sure) >= _SURE:
            place = found["block_num"][at], found["par_num"][at], found["line_num"][at]
            lines.setdefault(place, []).append(at)
    for words in lines.values():
        left, top = (min(found[side][at] for at in words) for side in ("left", "top"))
        right = max(found["left"][at] + found["width"][at] for at in words)
        bottom = max(found["top"][at] + found["height"][at] for at in words)
        size = (bottom - top) / scale
        base = height - bottom / scale + _BASE * size
        text = " ".join(str(found["text"][at]).strip() for at in words)
        yield Segment(text, left / scale, right / scale, base, size, False, base / height)

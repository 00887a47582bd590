"""Pages of a PDF that are images: what a reader can't read, and says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice, product
from typing import Any

from qa.reports.formats.document import count_letters

_STAMP = 200  # letters: more is a page's text
_COVERED = 0.25  # share of a page without text that images take
_SCANNED = 0.6  # share of a page with a stamp that they take
_DRAWN = 50  # paths that may be letters
_RECOGNIZED = ": its words were recognized (OCR)."
_DEPTH = 3  # of images in drawings


class Picture(Enum):
    """What of a page can't be read."""

    NONE = ""
    WHOLE = "without text"
    STAMPED = "with little text"


def picture(page: Any, text: str) -> Picture:
    """Whether a page with so much text is an image."""
    letters = count_letters(text)
    if letters > _STAMP:
        return Picture.NONE
    share = _share(page)
    if letters:
        return Picture.STAMPED if share > _SCANNED else Picture.NONE
    return Picture.WHOLE if share > _COVERED or _is_drawn(page) else Picture.NONE


def image_notes(pictures: Sequence[Picture], recognized: Sequence[bool]) -> Iterator[str]:
    """A sentence for the pages without text, and one for those with little."""
    for kind, known in product((Picture.WHOLE, Picture.STAMPED), (False, True)):
        found = enumerate(zip(pictures, recognized, strict=True), start=1)
        pages = [number for number, one in found if one == (kind, known)]
        told = _RECOGNIZED if known else "."
        if len(pages) == 1:
            yield f"Page {pages[0]} is an image {kind.value}{told}"
        elif pages:
            yield f"Pages {listed(pages)} are images {kind.value}{told}"


def listed(pages: Sequence[int]) -> str:
    """As in "2, 3 and 7"; of two or more."""
    return f"{', '.join(map(str, pages[:-1]))} and {pages[-1]}"


def _share(page: Any) -> float:
    """The share of the page that its largest images take, 0 to 1."""
    from pypdfium2 import raw

    width, height = page.get_size()
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
    covered = 0.0
    for image in islice(images, 1000):
        left, bottom, right, top = image.get_bounds()
        covered += abs((right - left) * (top - bottom))
    return float(min(1.0, covered / max(1.0, width * height)))


def _is_drawn(page: Any) -> bool:
    from pypdfium2 import raw

    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)
    return len(list(islice(paths, _DRAWN))) == _DRAWN

"""What many pages have at their edge: the same words in the same place, or page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa.reports.formats.pdf.segments import Segment

_FEW_PAGES = 6
_PLACE = 0.01  # share of the page's height by which a header may move
_SENTENCE_WORDS = 5
_PAGE_NUMBER = re.compile(
    r"\W*+(?:page|pag\.?|p\.?|página|seite)?\s*+(?:(\d{1,4})|[ivxl]{1,7})"
    r"\s*+(?:(?:of|/|sur|de|von)\s*+\d{1,4})?\W*+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_ENDING = re.compile(r"\d+\W*$")
_COUNTED = re.compile(r"\b(?:page|pag|p|página|seite|vol|no|nr|issue)\.?\s*\d+", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}:\d\d(?::\d\d)?",
    re.IGNORECASE,
)
# What tells of a vote, which comes back on some pages; "Approved minutes" does on all.
_DECIDED = re.compile(
    r"\b(?:votes?|ayes?|nays?|motion|moved|seconded|carried|adopted|approved|rejected|defeated"
    r"|passed|tabled|deferred|resolved|agreed|unanimous(?:ly)?|absent|abstain\w*)\b",
    re.IGNORECASE,
)
_FEWEST_DECIDED = 3
_Key = tuple[str, int]


def is_page_number(text: str) -> bool:
    """Whether a line is no more than a page's number."""
    return bool(_PAGE_NUMBER.fullmatch(text))


class Running:
    """Counts on how many pages the words at the edges come back.

    Numbers count as the same where they go up with the pages, at the end or after "page".
    """

    def __init__(self, pages: Sequence[Sequence[Segment]]) -> None:
        self._pages = len(pages)
        self._needed = 2 if len(pages) < _FEW_PAGES else 3
        self._keys = Counter(
            key
            for number, page in enumerate(pages)
            for key in {key for segment in page for key in _keys(segment, number)}
        )

    def has(self, segment: Segment, number: int) -> bool:
        """Whether a segment of the page with index `number` is a header or a footer."""
        if is_page_number(segment.text):
            return max(map(self._count, _keys(segment, number)), default=0) > 1
        needed = self._needed
        if _is_sentence(segment.text):
            needed = max(needed, self._pages // 2 + 1)  # fewer are the minutes' own
        if _DECIDED.search(segment.text):
            needed = max(_FEWEST_DECIDED, self._pages - 1)  # votes with the same result are not one
        return any(self._count(key) >= needed for key in _keys(segment, number))

    def is_alone(self, row: Sequence[Segment], number: int) -> bool:
        """A page's number, though no other page has one."""
        found = _PAGE_NUMBER.fullmatch(row[0].text) if len(row) == 1 else None
        if not found:
            return False
        plain = found[0].strip().isdigit()
        return not plain or self._pages == 1 or int(found[1]) == number + 1

    def _count(self, key: _Key) -> int:
        words, place = key
        return max(self._keys[words, place] + self._keys[words, place + aside] for aside in (-1, 1))


def _keys(segment: Segment, number: int) -> Iterator[_Key]:
    """The words as they are, and with the numbers that may be the page's."""
    words = _DATE.sub("@", segment.text.lower())
    place = round(segment.edge / _PLACE)
    if found := _PAGE_NUMBER.fullmatch(segment.text):
        if found[1]:
            yield f"# {int(found[1]) - number}", place
        return
    yield words, place
    for pattern in (_ENDING, _COUNTED):
        if match := pattern.search(words):
            printed = _NUMBER.search(match[0])
            shift = int(printed[0]) - number if printed else 0
            yield f"{words[: match.start()]}#{shift}{words[match.end() :]}", place


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and len(text.split()) >= _SENTENCE_WORDS

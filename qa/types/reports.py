"""Reports and passages. Offsets are in characters (Unicode code points)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qa.types.meetings import Meeting, Proceedings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]
    Vector: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading at `start`. `title` is the path of headings down to it, joined with ' › '.

    The path is empty for the report's own title.
    """

    start: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Report:
    """One meeting report. `id` depends on the text, so the same text twice is one report.

    It also depends on the day where that is known from outside of the text: the same words of two
    meetings are two reports.

    `pages` are the offsets at which its pages begin, if its format has pages. `meetings` are those
    that it tells of, in the order of the text, and `proceedings` what happened at each of them.
    """

    id: str
    title: str
    text: str
    source: str
    date: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None
    sections: tuple[Section, ...] = ()
    pages: tuple[int, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    proceedings: tuple[Proceedings, ...] = ()

    def section_at(self, offset: int) -> str | None:
        """The title of the section that holds the character at `offset`."""
        index = bisect_right(self.sections, offset, key=lambda section: section.start)
        return self.sections[index - 1].title or None if index else None

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the page that holds the character at `offset`."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report as a list shows it: everything but the text."""

    id: str
    title: str
    source: str
    date: str | None
    event: str | None
    place: str | None
    url: str | None
    characters: int
    passages: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one report: `report.text[start:end] == text`.

    `context` names the meeting (title, event, place, date, section). `body` is the text without
    the targets of links. Both are lexically indexed, and never quoted. `topic` stands before the
    body when it is embedded. It leaves out date and place, since vectors hardly see them.
    """

    id: str
    report_id: str
    start: int
    end: int
    text: str
    section: str | None = None
    page: int | None = None
    context: str = ""
    topic: str = ""
    body: str = ""

    @property
    def embedded_text(self) -> str:
        return f"{self.topic}\n{self.body}" if self.topic else self.body


class Hit(NamedTuple):
    """One passage that a search found. Hits come best first, equal scores ordered by id.

    Dense scores are cosines in [-1, 1]. Lexical scores are BM25, higher is better.
    """

    passage_id: str
    score: float

"""The data that flows through the pipeline. Offsets are in characters (Unicode code points)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]
    Vector: TypeAlias = NDArray[np.float32]


class Span(NamedTuple):
    """`text[start:end]` of some text."""

    start: int
    end: int


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
    """One meeting report. `id` depends on the text alone, so the same text twice is one report.

    `pages` are the offsets at which its pages begin, if its format has pages.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand: characters `start` to `end` of a report's text."""

    report_id: str
    title: str
    date: str | None
    source: str
    section: str | None
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Place):
    """A passage considered for an answer, read under its `context`: meeting, place, date, section.

    `score` is the fused score of the retrieval. `ranks` is the passage's place (1 is first) in
    each retriever that found it. `reader_score` is the reader's own score of the best answer in it.
    Higher is better. It is None if the reader didn't look at the passage.
    """

    text: str
    context: str
    score: float
    ranks: Mapping[str, int]
    reader_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Place):
    """Verbatim words: `report.text[start:end] == quote`.

    `answer` is the part that answers: `report.text[answer_start:answer_end] == answer`.
    """

    quote: str
    answer: str
    answer_start: int
    answer_end: int


# How the citations stand to each other: they are from one report, from several that give the same
# answer, or from several that give others, or they are the items of a list.
Support: TypeAlias = Literal["one report", "reports agree", "reports differ", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`answer` is None when the reports don't say. The nearest evidence is still there.

    `confidence` is the chance, in [0, 1], that the answer is right. The answer is the first
    citation's. For a list it is the answers of all the citations, joined with "; ".
    """

    question: str
    answer: str | None
    confidence: float
    support: Support | None = None
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of a conversation, with the answer that it got."""

    question: str
    answer: str | None = None

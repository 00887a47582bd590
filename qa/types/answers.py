"""Evidence and answers. Offsets are in characters (Unicode code points)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias


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


# Which way a question went: see `qa.questions`.
Kind: TypeAlias = Literal[
    "fact",
    "list",
    "count",
    "statements",
    "timeline",
    "summary",
    "yes_no",
    "search",
    "hint",
    "ask_back",
]

# What an answer claims: that it is right, that it may be, or nothing.
Level: TypeAlias = Literal["sure", "unsure", "none"]

# How the citations stand to each other: they are from one report, from several that give the same
# answer, or from several that give others, or they are the items of a list.
Support: TypeAlias = Literal["one report", "reports agree", "reports differ", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of several things that an answer lists, of one meeting.

    `answer` is words of the first citation, or what a record knows from elsewhere (`known`: "file
    name", "catalogue"). `label` is what it is of: who says it, which field it is. `meeting` names
    the meeting as a heading does.
    """

    answer: str
    report_id: str
    meeting: str
    meeting_id: str | None = None
    day: str | None = None
    label: str | None = None
    known: str | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A filter that the question named: `words` of it chose `count` meetings, as `label` tells."""

    label: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`answer` is None when no sure answer was found. The nearest evidence is still there.

    `confidence` is the chance, in [0, 1], that the answer is right. The answer is the first
    citation's. For a list it is the answers of all the citations, joined with "; ", and for
    statements, a summary and a timeline it has each on a line of its own. For a count it is the
    number, and what was counted, of which up to 100 are shown. `items` are what a list, a count,
    statements or a summary consist of. `hint` is for a user: what can be asked, or how to ask it.
    `read_as` is the question as it was read, where that differs. `nearest` are sentences that came
    near, beside what is cited, or where nothing answers.
    """

    question: str
    answer: str | None
    confidence: float
    kind: Kind = "fact"
    level: Level = "none"
    support: Support | None = None
    citations: tuple[Citation, ...] = ()
    items: tuple[Item, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    nearest: tuple[Citation, ...] = ()
    hint: str | None = None
    read_as: str | None = None
    verdict: Literal["yes", "no"] | None = None
    filters: tuple[Applied, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of a conversation, with the answer that it got."""

    question: str
    answer: str | None = None

"""What the tools give beside what the rest of `qa` gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qa.types import Answer


@dataclass(frozen=True, slots=True)
class Found:
    """`id` is what `fetch` takes; `url` shows the place on the page."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    results: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is verbatim. `metadata` has the date, the file, the section and the report's id."""

    id: str
    title: str
    text: str
    url: str
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A citation of an answer: `quote` stands word for word where `url` leads."""

    id: str
    title: str
    url: str
    quote: str


@dataclass(frozen=True, slots=True)
class AskResult:
    """The answer as the API has it, without the passages considered, and where its words stand."""

    answer: Answer
    sources: tuple[Source, ...]

"""The sentences of the passages that were found, each once, and the best of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.answering.library import Library
from qa.answering.meetings_at import meeting_at
from qa.answering.quoting import quote, quote_whole
from qa.answering.relevance import Wanted
from qa.text import split_sentences
from qa.types import Citation, Evidence, Item, Span

_FEWEST = 3  # words of a sentence, but for a heading's


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage. `rank` is the passage's, from 0, and `span` counts in the report."""

    evidence: Evidence
    span: Span
    rank: int

    @property
    def text(self) -> str:
        start = self.evidence.start
        return self.evidence.text[self.span.start - start : self.span.end - start]

    def citation(self, library: Library, answer: Span | None = None) -> Citation:
        """Its citation. `answer` counts in the report, and None means all but a list's mark."""
        report = library.report(self.evidence.report_id)
        return quote(report, self.span, answer) if answer else quote_whole(report, self.span)


def sentences(evidence: Sequence[Evidence]) -> Iterator[Sentence]:
    """Every sentence once, in the order of the passages."""
    seen: set[tuple[str, int]] = set()
    for rank, item in enumerate(evidence):
        for span in split_sentences(item.text):
            place = (item.report_id, item.start + span.start)
            long = len(item.text[slice(*span)].split()) >= _FEWEST
            if place not in seen and long:
                seen.add(place)
                yield Sentence(item, Span(place[1], item.start + span.end), rank)


def scored(found: Sequence[Sentence], on: Wanted) -> list[tuple[float, Sentence]]:
    """The sentences with their share of what is asked, best first, then by their passage."""
    shares = [(on.share(one.text), one) for one in found]
    return sorted(shares, key=lambda pair: (-pair[0], pair[1].rank, pair[1].span.start))


def sentence_item(library: Library, citation: Citation, label: str | None = None) -> Item:
    """A quoted sentence as one thing of its meeting."""
    meeting = meeting_at(library, citation)
    return Item(
        answer=citation.answer,
        report_id=citation.report_id,
        meeting=meeting.name if meeting else citation.title,
        meeting_id=meeting.id if meeting else None,
        day=meeting.day if meeting else citation.date,
        label=label,
        citations=(citation,),
    )

"""Question -> evidence: dense and lexical search, fused by weighted reciprocal ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.inference import Embedder
from qa.reports import headline
from qa.retrieval.dating import as_of
from qa.stores import Store
from qa.types import Evidence, Filter, Hit, Passage, ReportEntry


class Fused(NamedTuple):
    """`ranks` is the place (1 is first) in each ranking that has the passage."""

    passage_id: str
    score: float
    ranks: Mapping[str, int]


def fuse(
    rankings: Mapping[str, Sequence[Hit]], weights: Mapping[str, float], k: float
) -> list[Fused]:
    """Weighted reciprocal rank fusion, best first, equal scores ordered by id.

    score(p) = sum over rankings r of weights[r] / (k + rank of p in r). A smaller k trusts the
    first ranks more. The source is Cormack, Clarke and Büttcher, «Reciprocal Rank Fusion
    outperforms Condorcet and individual Rank Learning Methods», SIGIR 2009. There k is 60 and all
    weights are 1.
    """
    ranks: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, hits in rankings.items():
        for rank, hit in enumerate(hits, start=1):
            ranks[hit.passage_id].setdefault(name, rank)
    fused = (
        Fused(id_, sum(weights[name] / (k + rank) for name, rank in places.items()), places)
        for id_, places in ranks.items()
    )
    return sorted(fused, key=lambda item: (-item.score, item.passage_id))


@dataclass(frozen=True, slots=True)
class Retriever:
    """`weights` names the retrievers that are asked: `dense`, `lexical` or both."""

    store: Store
    embedder: Embedder
    weights: Mapping[str, float]
    fusion_k: float
    candidates: int

    def retrieve(self, question: str, limit: int, where: Filter | None = None) -> list[Evidence]:
        """The `limit` best of the passages that `where` lets in, or fewer if there are fewer."""
        vector = self.embedder.embed_question(question) if "dense" in self.weights else None
        with self.store.reading():
            rankings = {}
            if vector is not None:
                rankings["dense"] = self.store.search_dense(vector, self.candidates, where)
            if "lexical" in self.weights:
                rankings["lexical"] = self.store.search_lexical(question, self.candidates, where)
            best = fuse(rankings, self.weights, self.fusion_k)[:limit]
            return self._evidence(best)

    def _evidence(self, best: Sequence[Fused]) -> list[Evidence]:
        passages = {p.id: p for p in self.store.passages([item.passage_id for item in best])}
        entries = self.store.entries([passage.report_id for passage in passages.values()])
        reports = {entry.id: entry for entry in entries}
        meetings = defaultdict(list)
        for meeting in self.store.meetings(Filter(reports=tuple(reports))) if reports else ():
            meetings[meeting.report_id].append(meeting)
        return [
            _evidence(passage, as_of(reports[id_], meetings[id_], passage.start), item)
            for item in best
            if (passage := passages.get(item.passage_id)) and (id_ := passage.report_id)
        ]


def _evidence(passage: Passage, report: ReportEntry, item: Fused) -> Evidence:
    return Evidence(
        report_id=report.id,
        title=report.title,
        date=report.date,
        source=report.source,
        section=passage.section,
        page=passage.page,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        context=headline(report, passage.section),
        score=item.score,
        ranks=item.ranks,
    )

"""The index as the answerers see it: passages, a reader, records, reports."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from qa.reading import Reader
from qa.retrieval import Retriever
from qa.stores import Store
from qa.types import Answer, Evidence, Filter, Meeting, Proceedings, Report

_NOTHING = Filter(meetings=("",))  # no meeting has this id


@dataclass(frozen=True, slots=True)
class IndexLibrary:
    """One question's view of the store. `where` is what the user chose, beside what is asked.

    `passages` is how many are retrieved unless a question says. `spent` has the seconds by step.
    """

    store: Store
    retriever: Retriever
    reader: Reader
    passages: int
    where: Filter | None = None
    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _reports: dict[str, Report] = field(default_factory=dict)
    _merged: dict[Filter, Filter] = field(default_factory=dict)

    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        with self._timed("retrieve"):
            chosen = self._both(where)
            return self.retriever.retrieve(question, limit or self.passages, chosen)

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        """The reader's answer. Reading costs the most: no more than `passages` are read."""
        first, rest = evidence[: self.passages], evidence[self.passages :]
        with self._timed("read"):
            answer = self.reader.read(question, first)
        return replace(answer, evidence=(*answer.evidence, *rest)) if rest else answer

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        return self.store.meetings(self._both(where))

    def meetings_of(self, report_id: str) -> Sequence[Meeting]:
        return self.meetings(Filter(reports=(report_id,)))

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        return self.store.proceedings(ids)

    def report(self, report_id: str) -> Report:
        """The report, taken from the store once: it is checked as well after the answer is made.

        Raises:
            NotFoundError: no report has this id.
        """
        if report_id not in self._reports:
            self._reports[report_id] = self.store.report(report_id)
        return self._reports[report_id]

    def _both(self, asked: Filter | None) -> Filter | None:
        """What lets in the meetings that both filters let in."""
        if not self.where or not asked:
            return self.where or asked
        if asked not in self._merged:
            self._merged[asked] = _met(self.store, self.where, asked)
        return self._merged[asked]

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.spent[step] += time.perf_counter() - began


def _met(store: Store, one: Filter, other: Filter) -> Filter:
    chosen, meant = ({meeting.id for meeting in store.meetings(each)} for each in (one, other))
    if not chosen & meant:
        return _NOTHING
    # A section is let in by all words of the filter, so that the words of both are both filters.
    section = " ".join(filter(None, (one.section, other.section))) or None
    return Filter(meetings=tuple(sorted(chosen & meant)), section=section)

"""The files of a plan -> their reports, corrected, told more by their series, and split."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeAlias

from qa.indexing.faults import tried
from qa.indexing.outcome import Plan
from qa.indexing.picturing import pictured
from qa.indexing.series import grouped
from qa.meetings import (
    Corrections,
    Found,
    Recorded,
    corrected_report,
    numbered_name,
    read_recorded,
    with_series,
)
from qa.reports import Failure, Metadata, ReportFile, read_regular
from qa.stores import Store
from qa.types import Passage, Report, Span

Read: TypeAlias = Callable[[bytes, str, Metadata | None, str], Found]
Split: TypeAlias = Callable[[Report, Iterator[Span] | None], list[Passage]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A report that waits for its vectors."""

    report: Report
    passages: list[Passage]
    fingerprint: str
    warnings: tuple[str, ...] = ()


class Twin(NamedTuple):
    """A file with a report that another file has as well."""

    source: str
    report_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that isn't split yet."""

    recorded: Recorded
    fingerprint: str

    @property
    def report(self) -> Report:
        return self.recorded.report

    def told(self, report: Report) -> _Report:
        return replace(self, recorded=replace(self.recorded, report=report))


@dataclass(frozen=True, slots=True)
class Reading:
    """`read` reads a file's bytes, in a process of its own unless another one is given."""

    store: Store
    split: Split
    corrections: Corrections
    ocr: str = ""
    read: Read = read_recorded

    def of_plan(self, plan: Plan) -> Iterator[Ready | Twin | Failure]:
        """What each file of the plan holds; those of a series come together."""
        held = set(plan.settled)
        for files in grouped(plan.work):
            for found in self._with_series(files):
                ready = found if isinstance(found, Failure) else self._ready(found, held)
                if not isinstance(ready, Failure):
                    held.add(ready.report_id if isinstance(ready, Twin) else ready.report.id)
                yield ready

    def of_file(self, file: ReportFile) -> Iterator[Ready | Twin | Failure]:
        """What one file holds that is indexed already."""
        for found in self._with_series([file]):
            yield found if isinstance(found, Failure) else self._ready(found, ())

    def _with_series(self, files: Sequence[ReportFile]) -> Iterator[_Report | Failure]:
        """The reports of some files, not yet split, with what their series tells."""
        found = [one for file in files for one in self._all_of(file)]
        reports = [one.report for one in found if isinstance(one, _Report)]
        if numbered_name(files[0].source):
            more = tried(files[0].source, lambda: with_series(reports, self.store.meetings()))
            reports = reports if isinstance(more, Failure) else more
        told = iter(reports)
        for one in found:
            yield one if isinstance(one, Failure) else one.told(next(told))

    def _all_of(self, file: ReportFile) -> Iterator[_Report | Failure]:
        """A file's report, after those of what is attached to it: a kill loses none of them."""
        read = tried(file.source, partial(self._found_in, file))
        if isinstance(read, Failure):
            yield read
            return
        parts = [one for one in read if isinstance(one, Recorded)]
        fingerprint = pictured(file.fingerprint, self.ocr, any(one.pictured for one in parts))
        for one in read:
            yield one if isinstance(one, Failure) else self._corrected(one, fingerprint)

    def _found_in(self, file: ReportFile) -> Found:
        return self.read(read_regular(file.path), file.source, file.row, self.ocr)

    def _corrected(self, one: Recorded, fingerprint: str) -> _Report | Failure:
        correct = partial(corrected_report, one.report, self.corrections)
        report = tried(one.report.source, correct)
        return report if isinstance(report, Failure) else _Report(one, fingerprint).told(report)

    def _ready(self, found: _Report, held: Collection[str]) -> Ready | Twin | Failure:
        report = found.report
        if report.id in held:
            return Twin(report.source, report.id, found.fingerprint)
        split = partial(self.split, report, found.recorded.sentences())
        passages = tried(report.source, split)
        if isinstance(passages, Failure):
            return passages
        return Ready(report, passages, found.fingerprint, found.recorded.warnings)

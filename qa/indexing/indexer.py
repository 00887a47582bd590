"""Folder -> store. A file is new, changed, gone, unchanged or broken."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from qa.errors import ReportError
from qa.indexing.faults import tried
from qa.indexing.holding import held
from qa.indexing.marking import carried, mark
from qa.indexing.outcome import Outcome, Plan, Progress, make_plan, own_files
from qa.indexing.prefetch import prefetch
from qa.indexing.putting import Batch, Putting
from qa.indexing.reading import Read, Reading, Ready, Twin
from qa.indexing.series import outdated
from qa.indexing.tally import Tally
from qa.inference import Embedder
from qa.meetings import Corrections, corrected_report, read_recorded
from qa.reports import Failure, Folder, Limits, ReportFile, split_passages
from qa.stores import FileRecord, LastRun, Origin, Store
from qa.types import Passage, Report, Span

_AHEAD = 8  # reports that are read and split while those before them are embedded


@dataclass(frozen=True, slots=True)
class Indexer:
    """`keep` makes corrections durable that go with their report to another file.

    `read` reads a file's bytes, in a process of its own unless another one is given.
    """

    store: Store
    embedder: Embedder
    limits: Callable[[], Limits]
    corrections: Corrections = field(default_factory=dict)
    keep: Callable[[Corrections], None] = lambda corrections: None
    ocr: str = ""
    read: Read = read_recorded

    def index(
        self,
        folder: Folder,
        origin: Origin,
        on_progress: Callable[[Progress], None],
        *,
        began: float | None = None,
        taken_out: Collection[str] = (),
    ) -> Outcome:
        """Make the store mirror `folder`. Each report is durable when its progress is told.

        A file that can't be read keeps the version that was indexed before. `began` is when the
        folder was looked at, in seconds since 1970. `taken_out` are files that a user removed.

        Raises:
            ReportError: the folder has no report at all, though the store has some that nobody
                took out: then nothing is touched, since a share that isn't mounted looks like
                this.
        """
        known = self.store.files()
        if not folder.files and not own_files(known) <= set(taken_out):
            raise ReportError(
                f"{origin.folder} holds no reports; nothing was changed.",
                "Check the folder, or start a new index with --home.",
            )
        plan = make_plan(folder, known)
        tally = Tally(failed=list(folder.failed), warned=list(folder.warnings))
        # First, so that a run that is killed goes on with the folder that it began with, and a
        # folder that is chosen meanwhile stays chosen.
        self.store.set_origin(origin)
        self._put_all(plan, tally, on_progress)
        self._carry(plan)  # before a file is forgotten, so that a kill loses no correction
        for source in [*plan.gone, *tally.detached(plan)]:
            self.store.remove(source)
        self._put_outdated(tally)
        self.store.set_last_run(self._run(plan, tally, began or time.time()))
        self.store.publish()
        return tally.outcome(origin.folder, plan, self.store)

    def read_again(self, file: ReportFile) -> Report:
        """Read one file that is indexed already, and store its report.

        Raises:
            ReportError: it can't be read.
        """
        *_, ready = self._reading().of_file(file)
        if not isinstance(ready, Ready):
            raise ReportError(f"{file.source} can't be read again.", "Run: qa index")
        self._putting(Tally()).put([ready])
        return ready.report

    def put_again(self, report: Report, fingerprint: str) -> int:
        """Store a report whose record changed. How many passages had to be embedded."""
        tally = Tally()
        self._putting(tally).put([Ready(report, self._split(report), fingerprint)])
        return tally.embedded

    def _run(self, plan: Plan, tally: Tally, began: float) -> LastRun:
        failed = {failure.source: failure.reason for failure in tally.failed}
        prints = {file.source: file.fingerprint for file in plan.work if file.source in failed}
        return LastRun(began, failed, tally.warnings(plan, self.store), prints)

    def _carry(self, plan: Plan) -> None:
        """Let the corrections of a file that is gone hold for the one that has its words."""
        moved = carried(self.corrections, plan, self.store)
        new = moved.keys() - self.corrections.keys()
        if not new:
            return
        self.keep(moved)
        files = self.store.files()
        for source in sorted(new):
            report = corrected_report(self.store.report(files[source].report_id), moved)
            self.put_again(report, mark(files[source].fingerprint, moved[source]))

    def _put_outdated(self, tally: Tally) -> None:
        """Store those reports again of which their neighbours, that came or went, tell more."""
        files = self.store.files()
        for report in list(outdated(self.store)):
            found = tried(report.source, partial(self._put_held, report, files))
            if isinstance(found, Failure):
                tally.failed.append(found)

    def _put_held(self, report: Report, files: Mapping[str, FileRecord]) -> int:
        return self.put_again(*held(report, files))

    def _put_all(self, plan: Plan, tally: Tally, on_progress: Callable[[Progress], None]) -> None:
        batch, done, files = Batch(self._putting(tally)), 0, {file.source for file in plan.work}
        if plan.work:
            on_progress(Progress(0, len(plan.work)))
        for found in prefetch(self._reading().of_plan(plan), _AHEAD):
            source = found.report.source if isinstance(found, Ready) else found.source
            done += source in files
            tally.tried.add(source)
            if self._put(found, batch, tally):
                on_progress(Progress(done, len(plan.work)))
        batch.empty()
        on_progress(Progress(len(plan.work), len(plan.work)))

    def _put(self, found: Ready | Twin | Failure, batch: Batch, tally: Tally) -> bool:
        """Whether all that was found so far is stored."""
        if isinstance(found, Failure):
            tally.failed.append(found)
            return False
        if isinstance(found, Twin):
            batch.empty()
            self.store.link(*found)
            return False
        if found.warnings:
            tally.warned.append(Failure(found.report.source, " ".join(found.warnings)))
        return batch.add(found)

    def _reading(self) -> Reading:
        return Reading(self.store, self._split, self.corrections, self.ocr, self.read)

    def _putting(self, tally: Tally) -> Putting:
        return Putting(self.store, self.embedder, tally)

    def _split(self, report: Report, spans: Iterator[Span] | None = None) -> list[Passage]:
        return split_passages(report, self.limits(), self.embedder.count_tokens, spans)

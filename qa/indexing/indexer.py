"""Folder -> store. A file is new, changed, gone, unchanged or broken."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from qa.errors import QAError, ReportError
from qa.indexing.holding import held
from qa.indexing.marking import carried, mark
from qa.indexing.outcome import (
    Outcome,
    Plan,
    Progress,
    file_of,
    find_renamed,
    make_plan,
    near_duplicates,
    own_files,
)
from qa.indexing.prefetch import prefetch
from qa.indexing.series import grouped, outdated
from qa.inference import Embedder
from qa.meetings import Corrections, corrected_report, numbered_name, recorded, with_series
from qa.reports import (
    Failure,
    Folder,
    Limits,
    ReadFile,
    ReportFile,
    read_file,
    read_regular,
    reason,
    split_passages,
)
from qa.stores import FileRecord, LastRun, Origin, Store
from qa.types import Passage, Report

if TYPE_CHECKING:
    from qa.types import Matrix

T = TypeVar("T")
_ENDS = (KeyboardInterrupt, SystemExit, GeneratorExit)  # what is no fault of a file
# Passages embedded together: enough to sort by length, and little to lose in a kill. The first
# batches are smaller, so that the cores don't wait for many reports to be read.
_FIRST, _BATCH = 32, 256
_AHEAD = 8  # reports that are read and split while those before them are embedded


@dataclass(frozen=True, slots=True)
class _Ready:
    """A report that waits for its vectors."""

    report: Report
    passages: list[Passage]
    fingerprint: str
    warnings: tuple[str, ...]


class _Twin(NamedTuple):
    """A file with a report that another file has as well."""

    source: str
    report_id: str
    fingerprint: str


@dataclass(slots=True)
class _Tally:
    """What has happened in a run so far."""

    failed: list[Failure] = field(default_factory=list)
    warned: list[Failure] = field(default_factory=list)
    embedded: int = 0
    reused: int = 0
    tried: set[str] = field(default_factory=set)


def _attached_to(read: ReadFile) -> Iterator[ReadFile]:
    for one in read.attached:
        yield one
        yield from _attached_to(one)


def _detached(plan: Plan, tally: _Tally) -> list[str]:
    """What was attached to a file that was read again, and no longer is."""
    read = tally.tried - {failure.source for failure in tally.failed}
    return [
        source
        for source in plan.known.keys() - tally.tried - set(plan.gone)
        if file_of(source, read) is not None
    ]


def _tried(source: str, read: Callable[[], T]) -> T | Failure:
    """What `read` gives, or why it can't: one file never stops the others."""
    try:
        return read()
    except (ReportError, OSError) as error:
        return Failure(source, reason(error))
    except (QAError, *_ENDS):  # a part is missing: no other file fares better
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a library in Rust is no Exception
        why = f"It can't be read: {type(error).__name__}: {error}"
        return Failure(source, f"{why[:300]}.")


@dataclass(frozen=True, slots=True)
class Indexer:
    """`keep` makes corrections durable that go with their report to another file."""

    store: Store
    embedder: Embedder
    limits: Callable[[], Limits]
    corrections: Corrections = field(default_factory=dict)
    keep: Callable[[Corrections], None] = lambda corrections: None
    ocr: str = ""

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
        tally = _Tally(failed=list(folder.failed), warned=list(folder.warnings))
        # First, so that a run that is killed goes on with the folder that it began with, and a
        # folder that is chosen meanwhile stays chosen.
        self.store.set_origin(origin)
        self._put_all(plan, tally, on_progress)
        self._carry(plan)  # before a file is forgotten, so that a kill loses no correction
        for source in [*plan.gone, *_detached(plan, tally)]:
            self.store.remove(source)
        self._put_outdated(tally)
        failed = {failure.source: failure.reason for failure in tally.failed}
        tried = {file.source: file.fingerprint for file in plan.work if file.source in failed}
        warned = self._warned(plan, tally)
        self.store.set_last_run(LastRun(began or time.time(), failed, warned, tried))
        self.store.publish()
        return self._outcome(origin.folder, plan, tally)

    def read_again(self, file: ReportFile) -> Report:
        """Read one file that is indexed already, and store its report.

        Raises:
            ReportError: it can't be read.
        """
        (found,) = self._with_series([file])
        ready = found if isinstance(found, Failure) else self._ready(found, ())
        if not isinstance(ready, _Ready):
            raise ReportError(f"{file.source} can't be read again.", "Run: qa index")
        self._put([ready], _Tally())
        return ready.report

    def put_again(self, report: Report, fingerprint: str) -> int:
        """Store a report whose record changed. How many passages had to be embedded."""
        tally = _Tally()
        self._put([_Ready(report, self._split(report), fingerprint, ())], tally)
        return tally.embedded

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

    def _put_outdated(self, tally: _Tally) -> None:
        """Store those reports again of which their neighbours, that came or went, tell more."""
        files = self.store.files()
        for report in list(outdated(self.store)):
            put = partial(self._put_held, report, files)
            if isinstance(tried := _tried(report.source, put), Failure):
                tally.failed.append(tried)

    def _put_held(self, report: Report, files: Mapping[str, FileRecord]) -> int:
        return self.put_again(*held(report, files))

    def _warned(self, plan: Plan, tally: _Tally) -> dict[str, str]:
        """By file: of those that were read now, and of those that are as they were."""
        before = self.store.last_run()
        read = {file.source for file in plan.work}
        kept = before.warned if before else {}
        files = plan.known.keys() - read - set(plan.gone) - tally.tried
        stays = {source: why for source, why in kept.items() if source in files}
        return stays | {warning.source: warning.reason for warning in tally.warned}

    def _put_all(self, plan: Plan, tally: _Tally, on_progress: Callable[[Progress], None]) -> None:
        batch: list[_Ready] = []
        enough, done, files = _FIRST, 0, {file.source for file in plan.work}
        if plan.work:
            on_progress(Progress(0, len(plan.work)))
        for found in prefetch(self._read(plan), _AHEAD):
            source = found.report.source if isinstance(found, _Ready) else found.source
            done += source in files
            tally.tried.add(source)
            if isinstance(found, Failure):
                tally.failed.append(found)
                continue
            if isinstance(found, _Twin):
                self._put(batch, tally)
                self.store.link(*found)
                continue
            batch.append(found)
            if found.warnings:
                tally.warned.append(Failure(found.report.source, " ".join(found.warnings)))
            if sum(len(ready.passages) for ready in batch) >= enough:
                self._put(batch, tally)
                enough = min(2 * enough, _BATCH)
                on_progress(Progress(done, len(plan.work)))
        self._put(batch, tally)
        on_progress(Progress(len(plan.work), len(plan.work)))

    def _read(self, plan: Plan) -> Iterator[_Ready | _Twin | Failure]:
        """What each file of the plan holds; those of a series come together."""
        held = set(plan.settled)
        for files in grouped(plan.work):
            for found in self._with_series(files):
                ready = found if isinstance(found, Failure) else self._ready(found, held)
                if not isinstance(ready, Failure):
                    held.add(ready.report_id if isinstance(ready, _Twin) else ready.report.id)
                yield ready

    def _with_series(self, files: Sequence[ReportFile]) -> Iterator[_Ready | Failure]:
        """The reports of some files, not yet split, with what their series tells."""
        found = [one for file in files for one in self._all_of(file)]
        reports = [one.report for one in found if isinstance(one, _Ready)]
        if numbered_name(files[0].source):
            told_more = _tried(files[0].source, lambda: with_series(reports, self.store.meetings()))
            reports = reports if isinstance(told_more, Failure) else told_more
        told = iter(reports)
        for one in found:
            yield one if isinstance(one, Failure) else replace(one, report=next(told))

    def _all_of(self, file: ReportFile) -> Iterator[_Ready | Failure]:
        """A file's report, after those of what is attached to it: a kill loses none of them."""
        read = _tried(file.source, partial(self._read_file, file))
        if isinstance(read, Failure):
            yield read
        else:
            for one in (*_attached_to(read), read):
                yield _tried(one.report.source, partial(self._record, one, file.fingerprint))

    def _read_file(self, file: ReportFile) -> ReadFile:
        return read_file(read_regular(file.path), file.source, file.row, ocr=self.ocr)

    def _record(self, read: ReadFile, fingerprint: str) -> _Ready:
        report = corrected_report(recorded(read), self.corrections)
        return _Ready(report, [], fingerprint, read.warnings)

    def _ready(self, found: _Ready, held: Collection[str]) -> _Ready | _Twin | Failure:
        report = found.report
        if report.id in held:
            return _Twin(report.source, report.id, found.fingerprint)
        return _tried(report.source, lambda: replace(found, passages=self._split(report)))

    def _split(self, report: Report) -> list[Passage]:
        return split_passages(report, self.limits(), self.embedder.count_tokens)

    def _put(self, batch: list[_Ready], tally: _Tally) -> None:
        """Embed the batch at once, then store report by report. The batch is empty after."""
        if not batch:
            return
        texts = [passage.embedded_text for ready in batch for passage in ready.passages]
        vectors = self._vectors(texts, tally)
        row = 0
        for ready in batch:
            end = row + len(ready.passages)
            self.store.put(ready.report, ready.passages, vectors[row:end], ready.fingerprint)
            row = end
        self.store.settle()
        batch.clear()

    def _vectors(self, texts: list[str], tally: _Tally) -> Matrix:
        """(len(texts), dim): those that are known, and the others from the model."""
        import numpy as np

        known = dict(self.store.find_vectors(texts))
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        tally.reused += sum(text in known for text in texts)
        tally.embedded += sum(text not in known for text in texts)
        new = self.embedder.embed_passages(missing)
        known.update(zip(missing, new, strict=True))
        return np.stack([known[text] for text in texts]) if texts else new

    def _outcome(self, folder: str, plan: Plan, tally: _Tally) -> Outcome:
        differing = plan.differing({failure.source for failure in tally.failed})
        added = [source for source in differing if source not in plan.known]
        renamed = find_renamed(plan, added, self.store.files())
        moved = {name for pair in renamed for name in (pair.old, pair.new)}
        return Outcome(
            folder=folder,
            added=tuple(source for source in added if source not in moved),
            changed=tuple(source for source in differing if source in plan.known),
            removed=tuple(s for s in plan.gone if s not in moved and s in own_files(plan.known)),
            unchanged=plan.unchanged,
            failed=tuple(sorted(tally.failed, key=lambda failure: failure.source)),
            renamed=renamed,
            embedded=tally.embedded,
            reused=tally.reused,
            near_duplicates=near_duplicates(self.store, differing),
            warnings=tuple(sorted(tally.warned, key=lambda warning: warning.source)),
        )

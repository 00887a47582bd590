"""Folder -> store: what is new, changed, gone, unchanged or broken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa import passages, reports
from qa.embedding import Embedder
from qa.errors import ReportError
from qa.folder import Failure, Folder, ReportFile
from qa.passages import Limits, split_passages
from qa.reports import read_report
from qa.store import FileRecord, Origin, Store
from qa.types import Passage, Report

SPLITTER = f"reports {reports.VERSION}, passages {passages.VERSION}"
_BATCH = 128  # passages embedded together: enough to sort by length, little to lose in a kill


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did; files are named by their path relative to the folder."""

    folder: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    failed: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the files that are new or changed have been indexed."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A report that waits for its vectors."""

    report: Report
    passages: list[Passage]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """`work` is what to read, in order; `settled` are reports that unchanged files hold."""

    work: list[ReportFile]
    gone: list[str]
    settled: set[str]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Indexer:
    store: Store
    embedder: Embedder
    limits: Callable[[], Limits]

    def index(
        self, folder: Folder, origin: Origin, on_progress: Callable[[Progress], None]
    ) -> Outcome:
        """Make the store mirror `folder`; each report is durable when its progress is told.

        A file that can't be read keeps the version that was indexed before.

        Raises:
            ReportError: the folder has no report at all, though the store has: then nothing is
                touched, since a share that isn't mounted looks like this.
        """
        known = self.store.files()
        if known and not folder.files:
            raise ReportError(
                f"{origin.folder} holds no reports; nothing was changed.",
                "Check the folder, or start a new index with --home.",
            )
        plan = _plan(folder, known)
        failed = [*folder.failed, *self._put_all(plan, on_progress)]
        for source in plan.gone:
            self.store.remove(source)
        self.store.set_origin(origin)
        self.store.publish()
        return _outcome(origin.folder, plan, known, failed)

    def _put_all(self, plan: _Plan, on_progress: Callable[[Progress], None]) -> list[Failure]:
        failed: list[Failure] = []
        batch: list[_Ready] = []
        held = set(plan.settled)
        for done, file in enumerate(plan.work):
            try:
                report = read_report(file.path.read_bytes(), file.source, file.row)
            except (ReportError, OSError) as error:
                failed.append(Failure(file.source, _reason(error)))
                continue
            if report.id in held:
                self._put(batch)
                self.store.link(file.source, report.id, file.fingerprint)
                continue
            held.add(report.id)
            batch.append(self._split(report, file.fingerprint))
            if sum(len(ready.passages) for ready in batch) >= _BATCH:
                self._put(batch)
                on_progress(Progress(done + 1, len(plan.work)))
        self._put(batch)
        on_progress(Progress(len(plan.work), len(plan.work)))
        return failed

    def _split(self, report: Report, fingerprint: str) -> _Ready:
        passages = split_passages(report, self.limits(), self.embedder.count_tokens)
        return _Ready(report, passages, fingerprint)

    def _put(self, batch: list[_Ready]) -> None:
        """Embed the batch at once, then store report by report; the batch is empty after."""
        if not batch:
            return
        texts = [passage.indexed_text for ready in batch for passage in ready.passages]
        vectors = self.embedder.embed_passages(texts)
        row = 0
        for ready in batch:
            end = row + len(ready.passages)
            self.store.put(ready.report, ready.passages, vectors[row:end], ready.fingerprint)
            row = end
        batch.clear()


def _plan(folder: Folder, known: Mapping[str, FileRecord]) -> _Plan:
    present = {file.source for file in folder.files}
    gone = [source for source in known if source not in present and not folder.hides(source)]
    differing = [file for file in folder.files if _differs(file, known)]
    # A report that loses one of its files is read again from the other: title and date are the
    # file's.
    losers = [*gone, *(file.source for file in differing if file.source in known)]
    losing = {known[source].report_id for source in losers}
    same = [file for file in folder.files if not _differs(file, known)]
    again = [file for file in same if known[file.source].report_id in losing]
    return _Plan(
        work=sorted([*differing, *again], key=lambda file: file.source),
        gone=gone,
        settled={known[file.source].report_id for file in same} - losing,
        unchanged=len(same),
    )


def _differs(file: ReportFile, known: Mapping[str, FileRecord]) -> bool:
    record = known.get(file.source)
    return record is None or record.fingerprint != file.fingerprint


def _outcome(
    folder: str, plan: _Plan, known: Mapping[str, FileRecord], failed: list[Failure]
) -> Outcome:
    broken = {failure.source for failure in failed}
    differing = [file for file in plan.work if _differs(file, known) and file.source not in broken]
    return Outcome(
        folder=folder,
        added=tuple(file.source for file in differing if file.source not in known),
        changed=tuple(file.source for file in differing if file.source in known),
        removed=tuple(plan.gone),
        unchanged=plan.unchanged,
        failed=tuple(sorted(failed, key=lambda failure: failure.source)),
    )


def _reason(error: ReportError | OSError) -> str:
    return str(error) if isinstance(error, ReportError) else error.strerror or str(error)

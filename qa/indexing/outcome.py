"""What an indexing run is about to do, how far it is, and what it did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from qa.reports import Failure, Folder, ReportFile, find_groups, text_part
from qa.stores import FileRecord, Store


@dataclass(frozen=True, slots=True)
class Renamed:
    """The report of the file `old`, which is gone, is now in the file `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did. Files are named by their path relative to the folder.

    `renamed` files are neither in `added` nor in `removed`. Of the passages that were stored,
    `embedded` were new to the model, and `reused` have a vector that was made before. Each group
    of `near_duplicates` names reports that are nearly the same. One of them is new or changed.
    `warnings` say of files that were read what their reader could not keep, or passed over.
    """

    folder: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    failed: tuple[Failure, ...]
    renamed: tuple[Renamed, ...] = ()
    embedded: int = 0
    reused: int = 0
    near_duplicates: tuple[tuple[str, ...], ...] = ()
    warnings: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the files that are new or changed have been indexed."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Plan:
    """`work` is what to read, in order. `settled` are reports that unchanged files hold."""

    known: Mapping[str, FileRecord]
    work: list[ReportFile]
    gone: list[str]
    settled: set[str]
    unchanged: int

    def differing(self, broken: set[str]) -> list[str]:
        """Files that are new or changed, and were read."""
        files = (file for file in self.work if _differs(file, self.known))
        return [file.source for file in files if file.source not in broken]


def make_plan(folder: Folder, known: Mapping[str, FileRecord]) -> Plan:
    """What differs between a folder and the files that were indexed."""
    present = {file.source for file in folder.files}
    parents = {source: file_of(source, present) for source in known}
    gone = [source for source in known if not parents[source] and not folder.hides(source)]
    differing = [file for file in folder.files if _differs(file, known)]
    changed = {file.source for file in differing}
    # A report that loses one of its files is read again from the other, since title and date come
    # from the file.
    losers = [*gone, *(source for source in known if parents[source] in changed)]
    losing = {known[source].report_id for source in losers}
    same = {file.source: file for file in folder.files if file.source not in changed}
    held = [(parents[source], record.report_id) for source, record in known.items()]
    again = {same[file].source: same[file] for file, id_ in held if file in same and id_ in losing}
    return Plan(
        known=known,
        work=sorted([*differing, *again.values()], key=lambda file: file.source),
        gone=gone,
        settled={id_ for file, id_ in held if file in same} - losing,
        unchanged=len(same),
    )


def file_of(source: str, files: Collection[str]) -> str | None:
    """The file that a source is or is attached to, as in "mail.eml/fees.pdf"; None: it is gone."""
    above = map(str, PurePosixPath(source).parents)
    return source if source in files else next((path for path in above if path in files), None)


def own_files(known: Collection[str]) -> set[str]:
    """The sources that are files themselves, not attached to another one."""
    return {source for source in known if not file_of(str(PurePosixPath(source).parent), known)}


def find_renamed(
    plan: Plan, added: Sequence[str], now: Mapping[str, FileRecord]
) -> tuple[Renamed, ...]:
    """New files that hold the words of a file that is gone, even if its new name has a day."""
    gone: dict[str, list[str]] = {}
    for source in reversed(plan.gone):
        gone.setdefault(text_part(plan.known[source].report_id), []).append(source)
    olds = ((gone.get(text_part(now[source].report_id)), source) for source in added)
    return tuple(Renamed(sources.pop(), source) for sources, source in olds if sources)


def near_duplicates(
    store: Store, among: Collection[str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Groups of files whose reports are nearly the same.

    With `among`, only the groups with one of these.
    """
    if among is not None and not among:
        return ()
    known = store.files()
    sources = {entry.id: entry.source for entry in store.entries()}
    chosen = None if among is None else {known[source].report_id for source in among}
    groups = find_groups(store.sketches(), lambda id_: store.report(id_).text, chosen)
    return tuple(tuple(sorted(sources[id_] for id_ in group)) for group in groups)


def _differs(file: ReportFile, known: Mapping[str, FileRecord]) -> bool:
    record = known.get(file.source)
    return record is None or record.fingerprint != file.fingerprint

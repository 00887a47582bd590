"""Takes the reports of one store to another, without embedding anything again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qa.errors import StoreError
from qa.stores.keeping import Keeping
from qa.stores.store import FileRecord, Store
from qa.types import Passage

Files = Mapping[str, FileRecord]
_CURE = "Nothing was published. Run the same command again; what is there already stays."


@dataclass(frozen=True, slots=True)
class Moved:
    """What the new store has now, and how many of its reports had been there before."""

    reports: int
    passages: int
    meetings: int
    files: int
    there_before: int


@dataclass(frozen=True, slots=True)
class Side:
    """A store with what is kept beside it."""

    store: Store
    keeping: Keeping


def move(old: Side, new: Side, on_progress: Callable[[int, int], None]) -> Moved:
    """Make `new` hold what `old` holds, and publish it once their counts are the same.

    Each report is durable when its progress is told. Run again after a kill, it goes on. What `new`
    has of files that `old` doesn't have is dropped.

    Raises:
        StoreError: one of them can't be read or written, or their counts differ at the end.
    """
    with old.store.reading():
        files, before = old.store.files(), new.store.files()
        of_report = _by_report(files)
        there = _by_report(before)
        same = 0
        for done, (id_, sources) in enumerate(of_report.items(), start=1):
            # Its record may have changed since, though the file is the same.
            if there.get(id_) == sources and new.store.report(id_) == old.store.report(id_):
                same += 1
            else:
                _move_report(old.store, new.store, id_, sources)
            on_progress(done, len(of_report))
        for source in before.keys() - files.keys():
            new.store.remove(source)
        _move_rest(old.keeping, new)
        moved = _compared(old.store, new.store, same)
    new.store.publish()
    return moved


def _by_report(files: Files) -> dict[str, dict[str, str]]:
    """The files of each report, with their fingerprints."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for source, record in files.items():
        found[record.report_id][source] = record.fingerprint
    return dict(found)


def _move_report(old: Store, new: Store, id_: str, sources: Mapping[str, str]) -> None:
    import numpy as np

    report, passages = old.report(id_), old.passages_of(id_)
    known = old.find_vectors([passage.embedded_text for passage in passages])
    if missing := _lacking(passages, known):
        raise StoreError(f"{report.source} has no vector for: {missing[0][:80]}", "Run: qa index")
    rows = [known[passage.embedded_text] for passage in passages]
    vectors = np.stack(rows) if rows else np.zeros((0, 1), dtype=np.float32)
    new.put(report, passages, vectors, sources.get(report.source, ""))
    for source, fingerprint in sources.items():
        if source != report.source:
            new.link(source, id_, fingerprint)
    if report.source not in sources:
        new.remove(report.source)


def _lacking(passages: Sequence[Passage], known: Mapping[str, object]) -> list[str]:
    return [p.embedded_text for p in passages if p.embedded_text not in known]


def _move_rest(old: Keeping, new: Side) -> None:
    """The corrections first: they are the only thing here that no run could make again."""
    new.keeping.set_corrections(old.corrections())
    if origin := old.origin():
        new.store.set_origin(origin)
    if run := old.last_run():
        new.store.set_last_run(run)


def _compared(old: Store, new: Store, there_before: int) -> Moved:
    """
    Raises:
        StoreError: the stores hold something else.
    """
    counts, found = _counts(old), _counts(new)
    if wrong := [name for name, count in counts.items() if found[name] != count]:
        said = ", ".join(f"{found[name]:,} of {counts[name]:,} {name}" for name in wrong)
        raise StoreError(f"Not all of the index was moved: {said}.", _CURE)
    if new.files() != old.files():
        raise StoreError("The files of the two indexes aren't the same.", _CURE)
    shown = {name: found[name] for name in ("reports", "passages", "meetings", "files")}
    return Moved(**shown, there_before=there_before)


def _counts(store: Store) -> dict[str, int]:
    entries, meetings = store.entries(), store.meetings()
    vocabulary = store.vocabulary()
    return {
        "reports": len(entries),
        "passages": sum(entry.passages for entry in entries),
        "characters": sum(entry.characters for entry in entries),
        "meetings": len(meetings),
        "proceedings": len(store.proceedings([meeting.id for meeting in meetings])),
        "files": len(store.files()),
        "words": len(vocabulary),
        "counted words": sum(vocabulary.values()),
    }

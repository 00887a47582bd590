"""What the parts of the indexer are tried with: a store, and files in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from qa.indexing.outcome import Plan, make_plan
from qa.indexing.reading import Reading, Ready
from qa.meetings import Corrections, record_here
from qa.reports import split_passages
from qa.reports.folder import scan
from qa.stores import Store
from qa.stores.local import LocalStore, Manifest
from qa.types import Passage, Report, Span
from tests.embedders import HashEmbedder
from tests.samples import LIMITS


@contextmanager
def store_at(home: Path) -> Iterator[Store]:
    store = LocalStore(home, Manifest("hash@64", "1"), write=True)
    try:
        yield store
    finally:
        store.close()


def plan_of(folder: Path, files: Mapping[str, str], store: Store) -> Plan:
    """What is to be done for files of these texts."""
    folder.mkdir(exist_ok=True)
    for source, text in files.items():
        (folder / source).write_text(text, encoding="utf-8")
    return make_plan(scan(folder, 1 << 20), store.files())


def reading(store: Store, corrections: Corrections | None = None) -> Reading:
    return Reading(store, _split, corrections or {}, read=record_here)


def ready(store: Store, plan: Plan) -> list[Ready]:
    return [one for one in reading(store).of_plan(plan) if isinstance(one, Ready)]


def _split(report: Report, spans: Iterator[Span] | None) -> list[Passage]:
    return split_passages(report, LIMITS, HashEmbedder().count_tokens, spans)

"""Both stores give the same scores, by the same stems, phrases and coarse lengths."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qa.stores.local import LocalStore
from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore
from qa.stores.store import Store
from tests.paths import PROJECT
from tests.samples import make_report, put

MANIFEST = Manifest("hash@64", "1")
QUESTIONS = (
    "What did the board decide on fees?",
    "Who chaired the meeting of 3 May?",
    "What was said of item 3 and of COP 5?",
    "harbour survey costs euros",
    "the of and",
)
REPORTS = sorted((PROJECT / "corpus" / "reports").rglob("*.md"))[:6]


def _filled(store: Store) -> None:
    for path in REPORTS:
        put(store, make_report(path.read_text(encoding="utf-8"), path.name))
    store.publish()


def test_both_stores_rank_alike(empty: Place, tmp_path: Path) -> None:
    assert REPORTS
    with (
        closing(LocalStore(tmp_path, MANIFEST, write=True)) as local,
        closing(PostgresStore(empty, MANIFEST, write=True)) as store,
    ):
        _filled(local)
        _filled(store)
        for question in QUESTIONS:
            found, expected = (s.search_lexical(question, 10) for s in (store, local))
            assert [hit.passage_id for hit in found] == [hit.passage_id for hit in expected]
            # Tantivy's scores are 32 bits wide, and both are rounded.
            scores = [hit.score for hit in expected]
            assert [hit.score for hit in found] == pytest.approx(scores, abs=3e-5)

"""Skipping the postings of common stems changes no result."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import Any

import numpy as np
import pytest

from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore, ranking
from qa.stores.postgres.ranking import Asked
from qa.types import Filter
from tests.contracts import same_hits
from tests.samples import make_report, put

QUESTIONS = ("kab rup", "kab dol fip zet", "kab dol rup zet wib", "kab dol")


def test_common_stems_are_those_worth_little(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [Asked("a", 2, 0.4, 900), Asked("b", 9, 1, 30), Asked("c", 4, 1, 500)]
    assert ranking._common(asked) == set()
    monkeypatch.setattr(ranking, "_MANY", 1000)
    assert ranking._common(asked) == {"a"}


@pytest.mark.parametrize("k", [1, 3, 200])
def test_skipping_finds_the_same(empty: Place, monkeypatch: pytest.MonkeyPatch, k: int) -> None:
    queries: list[str] = []
    with closing(PostgresStore(empty, Manifest("hash@64", "1"), write=True)) as store:
        every = _put_words(store)
        some = Filter(reports=tuple(every[::2]))
        for where in (None, some):
            whole = [store.search_lexical(question, k, where) for question in QUESTIONS]
            monkeypatch.setattr(ranking, "_MANY", 0)
            monkeypatch.setattr(ranking, "_run", partial(_noted, ranking._run, queries))
            found = [store.search_lexical(question, k, where) for question in QUESTIONS]
            monkeypatch.undo()
            for one, other in zip(found, whole, strict=True):
                same_hits(one, other)
        # Where the rare stems gave enough, the whole query wasn't run.
        assert (queries.count(ranking._WHOLE) < 2 * len(QUESTIONS)) == (k < 200)


def _noted(run: Callable[..., Any], queries: list[str], *given: Any) -> Any:
    queries.append(given[1])
    return run(*given)


def _put_words(store: PostgresStore) -> list[str]:
    """Texts of common words, and of rare ones in one of ten. The ids of the reports."""
    rng, ids = np.random.default_rng(3), []
    for number in range(20):
        lines = [" ".join(rng.choice(["kab", "dol", "fip"], 9)) for _ in range(6)]
        rare = ["rup", "zet", "wib"][number % 3] if number % 5 == 0 else "jat"
        report = make_report("\n\n".join([*lines, f"{rare} kab n{number}."]), f"{number}.txt")
        put(store, report)
        ids.append(report.id)
    return ids

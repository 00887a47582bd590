"""What the contract doesn't try: the approximate index."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore, dense
from qa.types import Filter, Passage
from tests.contracts import same_hits
from tests.samples import make_report

MANIFEST = Manifest("hash@64", "1")


def test_the_approximate_index_finds_what_is_nearest(
    empty: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = np.random.default_rng(0).normal(size=(60, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with closing(PostgresStore(empty, MANIFEST, write=True)) as store:
        reports = [_put(store, number, vectors[20 * number :][:20]) for number in range(3)]
        store.publish()
        exact = store.search_dense(vectors[7], 9)
        some = Filter(reports=(reports[1],))
        within = store.search_dense(vectors[7], 5, some)
        with empty.connected() as connection:
            connection.execute(f"SET search_path TO {empty.index}_1, public".encode())
            dense.make_index(connection, 8)
            connection.execute(f"UPDATE {empty.index}.editions SET approximate = 8".encode())
        same_hits(store.search_dense(vectors[7], 9), exact)
        monkeypatch.setattr(dense, "_FEW", 3)
        same_hits(store.search_dense(vectors[7], 5, some), within)
        with pytest.raises(ValueError, match="can't be searched"):
            store.search_dense(vectors[7][:5], 5)
    with empty.connected() as connection:
        connection.execute(f"DROP INDEX {empty.index}_1.vectors_near".encode())


def _put(store: PostgresStore, number: int, vectors: np.ndarray) -> str:
    report = make_report("abcdefghijklmnopqrstuvwxyz" + str(number), f"{number}.txt")
    passages = [
        Passage(f"{report.id}:{start}", report.id, start, start + 1, report.text[start], body="a")
        for start in range(len(vectors))
    ]
    store.put(report, passages, vectors, "f")
    return report.id

from __future__ import annotations

from pathlib import Path

import numpy as np

from qa.indexing.putting import Batch, Putting
from qa.indexing.tally import Tally
from tests.embedders import HashEmbedder
from tests.indexing.parts import plan_of, ready, store_at


def test_reports_are_stored_with_the_vectors_of_their_own_passages(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        found = ready(
            store, plan_of(tmp_path / "r", {"a.md": "Fees rise.", "b.md": "Dues."}, store)
        )
        Putting(store, HashEmbedder(), Tally()).put(found)
        assert {*store.files()} == {"a.md", "b.md"}
        texts = [passage.embedded_text for one in found for passage in one.passages]
        vectors = store.find_vectors(texts)
        for text, vector in zip(texts, HashEmbedder().embed_passages(texts), strict=True):
            np.testing.assert_allclose(vectors[text], vector, atol=1e-6)


def test_a_text_that_is_known_is_not_embedded_again(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        tally = Tally()
        putting = Putting(store, HashEmbedder(), tally)
        found = ready(store, plan_of(tmp_path / "r", {"a.md": "Fees rise."}, store))
        putting.put(found)
        assert (tally.embedded, tally.reused) == (1, 0)
        putting.put(found)
        assert (tally.embedded, tally.reused) == (1, 1)


def test_nothing_to_store_is_fine(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        Putting(store, HashEmbedder(), Tally()).put([])
        assert store.entries() == []


def test_reports_wait_until_they_are_worth_it(tmp_path: Path) -> None:
    texts = {f"{number:02}.md": f"Report {number}." for number in range(33)}
    with store_at(tmp_path / "home") as store:
        batch = Batch(Putting(store, HashEmbedder(), Tally()))
        stored = [batch.add(one) for one in ready(store, plan_of(tmp_path / "r", texts, store))]
        assert stored == [False] * 31 + [True, False]
        assert len(store.files()) == 32
        batch.empty()
        assert len(store.files()) == 33

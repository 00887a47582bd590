from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.retrieval.retriever import Fused, Retriever, fuse
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import Store
from qa.types import Filter, Hit
from tests.embedders import HashEmbedder
from tests.records import told_rolling
from tests.samples import make_report, put

MANIFEST = Manifest(embedder="hash@64", splitter="1")
DAYS = {"pier house": "2021-05-03", "bergen": "2021-06-07"}
EVEN = {"dense": 1.0, "lexical": 1.0}

rankings = st.dictionaries(
    st.sampled_from(["dense", "lexical"]),
    st.lists(st.sampled_from("abcdefgh"), unique=True).map(
        lambda ids: [Hit(id_, -rank) for rank, id_ in enumerate(ids)]
    ),
)


def _hits(ids: str) -> list[Hit]:
    """Hits in this order; their scores don't count."""
    return [Hit(id_, 0.5) for id_ in ids]


def test_fusion_is_that_of_a_table_worked_by_hand() -> None:
    # With k = 60:        dense       lexical     sum
    #   b                 1/62        1/61        0.032522…
    #   a                 1/61        1/63        0.032266…
    #   c                             1/62        0.016129…
    #   d                 1/63                    0.015873…
    found = fuse({"dense": _hits("abd"), "lexical": _hits("bca")}, EVEN, 60)
    assert [(item.passage_id, round(item.score, 6)) for item in found] == [
        ("b", 0.032522),
        ("a", 0.032266),
        ("c", 0.016129),
        ("d", 0.015873),
    ]


def test_each_retriever_s_place_is_kept() -> None:
    found = fuse({"dense": _hits("ab"), "lexical": _hits("b")}, EVEN, 60)
    assert {item.passage_id: item.ranks for item in found} == {
        "b": {"dense": 2, "lexical": 1},
        "a": {"dense": 1},
    }


def test_weights_count() -> None:
    found = fuse({"dense": _hits("ab"), "lexical": _hits("ba")}, {"dense": 0.3, "lexical": 1.0}, 20)
    assert found[0] == Fused("b", 0.3 / 22 + 1 / 21, {"dense": 2, "lexical": 1})


def test_a_smaller_constant_trusts_first_places_more() -> None:
    found = {
        k: fuse({"dense": _hits("axb"), "lexical": _hits("dyb")}, EVEN, k)[0].passage_id
        for k in (0.1, 60)
    }
    assert found == {0.1: "a", 60: "b"}


def test_ties_come_by_id() -> None:
    found = fuse({"dense": _hits("ba"), "lexical": _hits("ab")}, EVEN, 60)
    assert [item.passage_id for item in found] == ["a", "b"]


def test_nothing_fuses_to_nothing() -> None:
    assert fuse({"dense": [], "lexical": []}, EVEN, 60) == []


@given(rankings)
def test_the_order_of_the_retrievers_does_not_matter(found: dict[str, list[Hit]]) -> None:
    turned = dict(reversed(found.items()))
    assert [f[:2] for f in fuse(found, EVEN, 20)] == [f[:2] for f in fuse(turned, EVEN, 20)]


@given(rankings, st.sampled_from([0.5, 20.0, 60.0]))
def test_fusion_keeps_an_order_that_all_agree_on(found: dict[str, list[Hit]], k: float) -> None:
    place = {item.passage_id: at for at, item in enumerate(fuse(found, EVEN, k))}
    ranks = {item.passage_id: item.ranks for item in fuse(found, EVEN, k)}
    for one, mine in ranks.items():
        for other, theirs in ranks.items():
            if all(name in mine and mine[name] < rank for name, rank in theirs.items()):
                assert place[one] < place[other]


@given(rankings)
def test_every_hit_is_fused_once(found: dict[str, list[Hit]]) -> None:
    ids = [item.passage_id for item in fuse(found, EVEN, 20)]
    assert sorted(ids) == sorted({hit.passage_id for hits in found.values() for hit in hits})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = LocalStore(tmp_path, MANIFEST, write=True)
    put(store, make_report())
    put(store, make_report("Herons nest on quay five.", "2023-05-06.txt"))
    put(store, make_report("Pelicans nest on quay six.", "birds.txt"))
    store.publish()
    yield store
    store.close()


def _retriever(store: Store, *names: str, candidates: int = 10) -> Retriever:
    return Retriever(store, HashEmbedder(), dict.fromkeys(names, 1.0), 20, candidates)


@pytest.mark.parametrize("names", [("dense",), ("lexical",), ("dense", "lexical")])
def test_evidence_is_found_by_the_retrievers_that_are_asked(
    store: Store, names: tuple[str, ...]
) -> None:
    best = _retriever(store, *names).retrieve("Where do herons nest?", 1)[0]
    assert best.text == "Herons nest on quay five."
    assert best.ranks == dict.fromkeys(names, 1)


@pytest.mark.parametrize("names", [("dense",), ("lexical",), ("dense", "lexical")])
def test_evidence_is_of_the_meetings_that_a_filter_lets_in(
    store: Store, names: tuple[str, ...]
) -> None:
    report = told_rolling()
    put(store, report)
    store.publish()
    retriever = _retriever(store, *names, candidates=1)
    for place, words in (("pier house", "opened"), ("bergen", "sunk")):
        (best,) = retriever.retrieve("What of the herons on the pier?", 5, Filter(place=place))
        assert words in best.text
        assert (place in best.context.lower(), best.date) == (True, DAYS[place])
    assert retriever.retrieve("herons on the pier", 5, Filter(place="Oslo")) == []


def test_evidence_is_read_under_what_names_its_meeting(store: Store) -> None:
    best = _retriever(store, "lexical").retrieve("Where do herons nest?", 1)[0]
    assert best.context == f"{best.title} · 6 May 2023"


def test_evidence_names_its_place(store: Store) -> None:
    (evidence,) = _retriever(store, "lexical").retrieve("herons", 1)
    report = store.report(evidence.report_id)
    assert report.text[evidence.start : evidence.end] == evidence.text
    assert (evidence.title, evidence.date) == ("Herons nest on quay five.", "2023-05-06")
    assert (evidence.source, evidence.section, evidence.page) == ("2023-05-06.txt", None, None)


def test_no_more_than_the_limit_is_found(store: Store) -> None:
    assert len(_retriever(store, "dense", "lexical").retrieve("nest", 2)) == 2


def test_no_more_than_the_candidates_are_fused(store: Store) -> None:
    assert len(_retriever(store, "lexical", candidates=1).retrieve("nest", 10)) == 1


def test_what_no_passage_says_is_not_found(store: Store) -> None:
    assert _retriever(store, "lexical").retrieve("submarine", 10) == []


def test_a_passage_that_is_gone_is_left_out(store: Store) -> None:
    retriever = _retriever(store, "dense")
    retriever.retrieve("herons nest", 10)
    store.remove("2023-05-06.txt")
    assert "Herons" not in " ".join(e.text for e in retriever.retrieve("herons nest", 10))

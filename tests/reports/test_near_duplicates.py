from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.near_duplicates import SHARE, find_groups, share, shingles, sketch
from tests.samples import texts


def _words(seed: int, count: int = 2000) -> list[str]:
    drawn = random.Random(seed)
    return [f"{drawn.choice('abcdefgh')}{drawn.randrange(500)}" for _ in range(count)]


def _groups(**texts: str) -> list[tuple[str, ...]]:
    return find_groups({name: sketch(text) for name, text in texts.items()}, texts.__getitem__)


def _corrected(words: list[str], every: int) -> str:
    return " ".join("corrected" if at % every == 0 else word for at, word in enumerate(words))


def test_a_corrected_report_is_found_and_another_one_is_not() -> None:
    words = _words(1)
    found = _groups(a=" ".join(words), b=_corrected(words, 200), c=" ".join(_words(2)))
    assert found == [("a", "b")]


def test_groups_are_joined() -> None:
    words = _words(3)
    first = ["first", *words[1:]]
    third = [*first[:-1], "third"]
    found = _groups(c=" ".join(third), a=" ".join(words), b=" ".join(first))
    assert found == [("a", "b", "c")]


def test_groups_of_some_are_compared_with_all() -> None:
    one, other = " ".join(_words(6)), " ".join(_words(7))
    texts = {"a": one, "b": f"{one} x", "c": other, "d": f"{other} x"}
    sketches = {name: sketch(text) for name, text in texts.items()}
    found = [find_groups(sketches, texts.__getitem__, among) for among in (["d"], [], ["a", "c"])]
    assert found == [[("c", "d")], [], [("a", "b"), ("c", "d")]]


def test_a_report_that_holds_another_is_no_duplicate_of_it() -> None:
    words = _words(4)
    assert _groups(whole=" ".join(words), half=" ".join(words[:1000])) == []


def test_many_reports_from_one_form_are_one_group() -> None:
    form = _words(5, 150)
    reports = {f"{number:04}": " ".join([*form, str(number)]) for number in range(400)}
    assert _groups(**reports) == [tuple(reports)]


def test_case_and_punctuation_do_not_count() -> None:
    assert shingles("The fees, RISE.") == shingles("the fees rise")


@pytest.mark.parametrize("seed", range(2))
def test_all_pairs_above_the_share_are_seen(seed: int) -> None:
    originals = {f"{n}": _words(100 * seed + n, 600) for n in range(10)}
    reports = {name: " ".join(words) for name, words in originals.items()}
    reports |= {f"{name}b": _corrected(words, 90) for name, words in originals.items()}
    exact = {
        (one, other)
        for one in reports
        for other in reports
        if one < other and share(shingles(reports[one]), shingles(reports[other])) >= SHARE
    }
    assert {(a, b) for a, b in _groups(**reports)} == exact
    assert len(exact) == 10


@given(texts)
def test_any_text_is_a_duplicate_of_itself(text: str) -> None:
    assert _groups(a=text, b=text) == [("a", "b")]
    assert share(shingles(text), shingles(text)) == 1


@given(st.lists(st.sampled_from("abcdefghi"), max_size=30), st.lists(st.sampled_from("abcdefghi")))
def test_a_share_is_symmetric_and_a_share(one: list[str], other: list[str]) -> None:
    a, b = shingles(" ".join(one)), shingles(" ".join(other))
    assert 0 <= share(a, b) == share(b, a) <= 1

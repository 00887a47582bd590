"""Items made by another thread come in order, a few at a time, with their errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.indexing.prefetch import prefetch


@given(st.lists(st.none() | st.integers()), st.integers(1, 5))
def test_items_are_the_same_in_the_same_order(items: list[int | None], most: int) -> None:
    assert list(prefetch(iter(items), most)) == items


def test_only_a_few_are_made_before_they_are_wanted() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    found = prefetch(items(), 3)
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert len(made) <= 4


def test_another_thread_makes_them() -> None:
    threads = list(prefetch((threading.get_ident() for _ in range(3)), 2))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_an_error_comes_in_its_place() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    found = prefetch(items(), 4)
    assert next(found) == 1
    with pytest.raises(ValueError, match="broken"):
        next(found)

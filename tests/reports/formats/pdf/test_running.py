from __future__ import annotations

import pytest

from qa.reports.formats.pdf.running import Running, is_page_number
from qa.reports.formats.pdf.segments import Segment


def _at(text: str, edge: float = 0.95) -> Segment:
    return Segment(text, 50, 50 + 5 * len(text), 800 * edge, 10, False, edge)


def _running(*texts: str) -> list[bool]:
    """For each page's first line whether it is a header."""
    pages = [[_at(text)] for text in texts]
    running = Running(pages)
    return [running.has(page[0], number) for number, page in enumerate(pages)]


def test_the_same_words_in_the_same_place_are_a_header() -> None:
    assert _running("Harbour board", "Harbour board", "Fees") == [True, True, False]


def test_the_same_words_elsewhere_are_none() -> None:
    pages = [[_at("Harbour board", 0.95)], [_at("Harbour board", 0.91)]]
    assert not Running(pages).has(pages[0][0], 0)


@pytest.mark.parametrize("text", ["Fees, page {} of 9", "Bulletin No. {}", "Board minutes {}"])
def test_page_numbers_may_go_up(text: str) -> None:
    assert all(_running(*(text.format(n) for n in range(4, 8))))


def test_dates_may_differ() -> None:
    assert all(_running("Board, 4 March 2024", "Board, 11 March 2024", "Board, May 2, 2024"))


def test_votes_that_differ_in_numbers_are_none() -> None:
    carried = "The motion was carried with {} ayes and {} noes."
    votes = [(5, 2), (6, 1), (7, 2), (8, 4)]
    assert not any(_running(*(carried.format(*vote) for vote in votes)))
    assert not any(_running("5 ayes and 2 noes", "6 ayes and 2 noes", "7 ayes and 2 noes"))


def test_a_sentence_has_to_come_back_often() -> None:
    said = "The motion was carried by all members."
    others = [f"Mr {name} spoke of the fees." for name in ("Berg", "Dahl", "Ek", "Moe", "Lie")]
    assert _running(said, said, said, *others) == [False] * 8
    assert _running(said, said, said, said) == [True] * 4


def test_votes_that_came_out_alike_are_none() -> None:
    assert not any(_running("Vote: carried 5 to 2", "Vote: carried 5 to 2", "Fees"))
    assert all(_running(*["Minutes approved by the board"] * 3))


@pytest.mark.parametrize("text", ["Page 3 of 9", "- 4 -", "iv", "12", "p. 7"])
def test_page_numbers_are_told(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["5 ayes", "4,500", "Item 3", ""])
def test_other_numbers_are_none(text: str) -> None:
    assert not is_page_number(text)


def test_a_lone_number_is_the_page_s_own_only() -> None:
    pages = [[_at("Fees")], [_at("400", 0.05)], [_at("3", 0.05)]]
    running = Running(pages)
    assert not running.is_alone(pages[1], 1)
    assert running.is_alone(pages[2], 2)

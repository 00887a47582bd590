from __future__ import annotations

from qa.reports.formats.pdf.margins import without_margins
from qa.reports.formats.pdf.segments import Segment


def _at(text: str, edge: float, left: float = 50, size: float = 10) -> Segment:
    return Segment(text, left, left + 5 * len(text), 800 * edge, size, False, edge)


def _kept(pages: list[list[Segment]]) -> list[list[str]]:
    return [[segment.text for segment in page] for page in without_margins(pages)[0]]


def _page(number: int, *margin: Segment) -> list[Segment]:
    return [*margin, _at(f"The words of page {'x' * number} are these and those.", 0.5)]


def test_what_comes_back_at_the_edge_goes() -> None:
    pages = [_page(n, _at(f"Bulletin {n}", 0.96), _at("Zeeport", 0.04)) for n in range(1, 4)]
    kept, margin, gone = without_margins(pages)
    assert [len(page) for page in kept] == [1, 1, 1]
    assert margin == "Bulletin 1\nZeeport"
    assert gone[:2] == [("running headers", "Bulletin 1"), ("running headers", "Zeeport")]


def test_left_and_right_pages_may_differ() -> None:
    pages = [_page(n, _at(("Board", "Zeeport")[n % 2], 0.96)) for n in range(8)]
    assert all(len(page) == 1 for page in _kept(pages))


def test_a_chapter_s_header_goes_with_the_number_beside_it() -> None:
    pages = [
        _page(n, _at(f"Chapter {'abcdefgh'[n]}", 0.96), _at(str(n + 5), 0.96, 500))
        for n in range(8)
    ]
    assert all(len(page) == 1 for page in _kept(pages))


def test_numbers_that_do_not_go_up_with_the_pages_stay() -> None:
    pages = [
        _page(n, _at("Cost", 0.95), _at(cost, 0.95, 300)) for n, cost in enumerate(("12", "7"))
    ]
    pages[1][0] = _at("Fish", 0.95)
    assert [page[:2] for page in _kept(pages)] == [["Cost", "12"], ["Fish", "7"]]


def test_a_lone_number_goes_even_from_one_page() -> None:
    assert len(_kept([_page(1, _at("Page 1 of 1", 0.03))])[0]) == 1
    assert len(_kept([_page(1, _at("iv", 0.03))])[0]) == 1


def test_words_inside_the_page_stay_though_they_come_back() -> None:
    pages = [_page(n, _at("The board adjourned.", 0.8)) for n in range(4)]
    assert all(len(page) == 2 for page in _kept(pages))


def test_a_heading_at_the_edge_stays_though_each_page_has_one() -> None:
    pages = [_page(n, _at(f"Session {n}", 0.93, size=16)) for n in range(4)]
    assert [page[0] for page in _kept(pages)] == [f"Session {n}" for n in range(4)]


def test_nothing_goes_if_nothing_would_be_left() -> None:
    pages = [[_at("Agenda", 0.95)], [_at("Agenda", 0.95)]]
    assert _kept(pages) == [["Agenda"], ["Agenda"]]


def test_votes_at_the_edge_stay() -> None:
    votes = ["Motion on the slipway: 5 ayes and 2 noes", "Motion on the slipway: 6 ayes and 1 noes"]
    pages = [_page(1), _page(2, _at(votes[0], 0.95)), _page(3), _page(4, _at(votes[1], 0.95))]
    kept, _, gone = without_margins(pages)
    assert [kept[1][0].text, kept[3][0].text] == votes
    assert gone == []


def test_page_numbers_are_told_apart() -> None:
    pages = [_page(n, _at(f"Page {n} of 3", 0.04)) for n in range(1, 4)]
    assert without_margins(pages)[2] == [("page numbers", f"Page {n} of 3") for n in range(1, 4)]

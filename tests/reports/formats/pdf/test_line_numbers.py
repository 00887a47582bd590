from __future__ import annotations

import pytest

from qa.reports.formats.pdf.line_numbers import without_line_numbers
from qa.reports.formats.pdf.segments import Segment

WORDS = "The fee is raised by half, and the members of the school pay less than they did".split()


def _segment(text: str, left: float, base: float) -> Segment:
    return Segment(text, left, left + 5 * len(text), base, 10, False, base / 800)


def _prose(lines: int = 12) -> list[Segment]:
    return [
        _segment(" ".join(WORDS[n % 5 :] + WORDS[: n % 5]), 90, 700 - 14 * n) for n in range(lines)
    ]


def _numbers(step: int, left: float, lines: int = 12) -> list[Segment]:
    return [_segment(str(n), left, 714 - 14 * n) for n in range(step, lines + 1, step)]


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("left", [40, 520])
def test_numbers_beside_prose_go_and_are_told(step: int, left: float) -> None:
    numbers = _numbers(step, left)
    kept, gone = without_line_numbers([[*numbers, *_prose()]])
    assert kept == [_prose()]
    assert gone == [("line numbers", number.text) for number in numbers]


def test_a_short_last_page_has_them_too() -> None:
    pages = [[*_numbers(1, 40, count), *_prose(count)] for count in (12, 2)]
    assert without_line_numbers(pages)[0] == [_prose(12), _prose(2)]


def test_rules_of_bars_beside_them_go() -> None:
    numbers = [_segment(f"{n} |", 55 - 5 * len(f"{n} |"), 714 - 14 * n) for n in range(1, 13)]
    assert without_line_numbers([[*numbers, *_prose()]])[0] == [_prose()]


def test_a_numbered_list_stays() -> None:
    items = [_segment("Report of the clerk on fees", 90, 700 - 14 * n) for n in range(12)]
    page = [*_numbers(1, 40), *items]
    assert without_line_numbers([page]) == ([page], [])


def test_items_of_several_lines_stay() -> None:
    numbers = [_segment(str(n + 1), 40, 700 - 28 * n) for n in range(6)]
    page = [*numbers, *_prose(12)]
    assert without_line_numbers([page]) == ([page], [])


def test_numbers_of_a_table_stay() -> None:
    page = [_segment(str(n * 17 % 9), 40, 700 - 14 * n) for n in range(12)]
    assert without_line_numbers([[*page, *_prose()]])[1] == []


def test_an_agenda_in_small_letters_stays() -> None:
    words = ["opening", "minutes of the last meeting", "fees", "the pier", "dredging", "closing"]
    items = [_segment(text, 90, 700 - 14 * n) for n, text in enumerate(words)]
    page = [*_numbers(1, 40, len(words)), *items]
    assert without_line_numbers([page]) == ([page], [])

from __future__ import annotations

import pytest

from qa.reports.formats.pdf.lines import Line
from qa.reports.formats.pdf.styles import Styles


def _line(text: str, size: float = 10, bold: bool = False) -> Line:
    return Line(text, 50, 300, 700, size, bold, 1, 50, 300, False)


BODY = _line("The board approved the budget of the year. " * 9)
TITLE, PART, BOLD = _line("Board", 18, True), _line("Fees", 14), _line("Vote", bold=True)


def test_larger_and_bold_letters_are_headings_in_their_order() -> None:
    styles = Styles([TITLE, PART, BOLD, BODY])
    assert [styles.level([line]) for line in (TITLE, PART, BOLD, BODY)] == [1, 2, 3, 0]


@pytest.mark.parametrize(
    "line",
    [
        _line("The vote was seven to two.", bold=True),
        _line("word " * 50, 18),
        _line("1 Fees . . . . . . . 3", bold=True),
        _line("12 %", 18),
        _line("A note", 8),
    ],
)
def test_what_is_no_heading(line: Line) -> None:
    assert Styles([line, BODY]).level([line]) == 0


def test_in_a_bold_text_bold_letters_are_none() -> None:
    text = _line("The board approved the budget. " * 9, bold=True)
    assert Styles([text, BOLD]).level([BOLD]) == 0


def test_no_lines_have_no_styles() -> None:
    assert Styles([]).level([BOLD]) >= 0

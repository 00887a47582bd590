from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.pdf.lines import Line
from qa.reports.formats.pdf.paragraphs import paragraphs

FULL = "The board approved the budget of the year and"


def _line(
    text: str,
    base: float = 700,
    left: float = 50,
    size: float = 10,
    page: int = 1,
    right: float = 300,
) -> Line:
    return Line(text, left, right, base, size, False, page, 50, 300, False)


def _texts(lines: list[Line]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(lines)]


def test_lines_are_joined() -> None:
    assert _texts([_line(FULL, 700), _line("the fees.", 688)]) == [f"{FULL} the fees."]


@pytest.mark.parametrize(
    "second",
    [
        _line("The fees rise.", 670),
        _line("The fees rise.", 688, left=62),
        _line("The fees rise.", 688, size=14),
        _line("- the fees", 688),
        _line("(b) the fees", 688),
        _line("• the fees", 688),
        _line("MS LIND: the fees", 688),
        _line("The fees rise.", 720, page=2),
    ],
    ids=["gap", "indent", "size", "dash", "letter", "bullet", "speaker", "page"],
)
def test_a_new_paragraph_is_seen(second: Line) -> None:
    assert _texts([_line(FULL, 700), second]) == [FULL, second.text]


def test_a_short_last_line_ends_a_paragraph() -> None:
    lines = [_line("It closed.", 700, right=120), _line("The fees rise.", 688)]
    assert _texts(lines) == ["It closed.", "The fees rise."]


def test_an_item_s_second_line_belongs_to_it() -> None:
    assert _texts([_line("- the fees and", 700), _line("the dues", 688, left=62)]) == [
        "- the fees and the dues"
    ]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("the unani-", "mous vote", "the unanimous vote"),
        ("the vice-", "President spoke", "the vice-President spoke"),
        ("under COP-", "12 fees", "under COP-12 fees"),
        ("a long-", "term plan", "a longterm plan"),
        ("fees -", "and dues", "fees - and dues"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, text: str) -> None:
    assert _texts([_line(first, 700), _line(second, 688)]) == [text]


def test_a_word_with_its_own_hyphen_elsewhere_keeps_it() -> None:
    lines = [_line("A long-term plan, a long-", 700), _line("term loan", 688)]
    assert _texts(lines) == ["A long-term plan, a long-term loan"]


def test_a_sentence_goes_on_over_the_page() -> None:
    (paragraph,) = paragraphs([_line(FULL, 80), _line("the fees.", 700, page=2)])
    assert paragraph.text == f"{FULL} the fees."
    assert paragraph.pages == {1: 0, 2: len(FULL) + 1}


@given(
    st.lists(
        st.tuples(st.sampled_from(["Fees rise.", "and dues", "un-", "- item"]), st.integers(0, 60))
    )
)
def test_every_letter_is_kept(drawn: list[tuple[str, int]]) -> None:
    lines, base = [], 5000.0
    for text, gap in drawn:
        base -= gap
        lines.append(_line(text, base))
    letters = "".join(_texts(lines))
    assert [c for c in letters if c.isalpha()] == [
        c for text, _ in drawn for c in text if c.isalpha()
    ]


def test_double_spaced_lines_are_joined() -> None:
    words = ["It said that", "the fees rise and", "so do the dues of", "all boats. They"]
    lines = [_line(text, 700 - 24 * n) for n, text in enumerate([*words, "are paid in May."])]
    assert _texts([*lines, _line("The next item.", 560)]) == [
        " ".join([*words, "are paid in May."]),
        "The next item.",
    ]


def test_a_sentence_goes_on_in_bold_or_with_a_day() -> None:
    first = _line("The fence fell last week. Action: Una, by", 100)
    second = replace(_line("28 February.", 88), bold=True)
    assert _texts([first, second]) == ["The fence fell last week. Action: Una, by 28 February."]


def test_a_number_in_words_keeps_its_hyphen() -> None:
    assert _texts([_line("We have fifty-", 100), _line("eight members.", 88)]) == [
        "We have fifty-eight members."
    ]


def test_bold_words_at_a_paragraph_s_end_go_on_in_the_next_line() -> None:
    first = _line("It was asked that a form be drawn up. Action:", 88)
    second = replace(_line("Una, by the next meeting.", 76, right=150), bold=True)
    lines = [_line(FULL, 100), first]
    assert _texts([*lines, second])[-1].endswith("Action: Una, by the next meeting.")
    assert _texts([*lines, replace(second, base=72)])[-1] == "Una, by the next meeting."

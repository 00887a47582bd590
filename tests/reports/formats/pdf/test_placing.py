from __future__ import annotations

import pytest

from qa.reports.formats.pdf.placing import Box, find, letters, merged, part


def _plain(text: str) -> str:
    return "".join(letter for _, letter in letters(text))


def _shown(quote: str, page: str, near: float = 0.0) -> str:
    there = _plain(page)
    found = find(_plain(quote), there, near)
    return "".join(there[place] for place in part(found, 0, len(found)))


def test_letters_know_their_places() -> None:
    assert list(letters("É-ﬁ 7")) == [(0, "e"), (2, "f"), (2, "i"), (4, "7")]


@pytest.mark.parametrize(
    "page",
    [
        "The  sur-\nvey was agreed.",
        "The sur\xadvey was\nagreed.",
        "THE SURVEY WAS AGREED",
    ],
)
def test_spaces_hyphens_and_capitals_do_not_part_words(page: str) -> None:
    assert _shown("survey was agreed", page) == "surveywasagreed"


def test_of_several_places_the_nearest_is_taken() -> None:
    page = _plain("fees rise, then ropes and lamps, then fees rise")
    assert find("feesrise", page, 0.0)[0] == 0
    assert find("feesrise", page, 0.9)[0] == page.rindex("fees")


def test_a_footnote_s_mark_between_the_words_does_not_hide_them() -> None:
    page = "On Monday the board1 agreed on the survey of the basin. Then it rose."
    assert _shown("the board agreed on the survey", page) == "theboardagreedonthesurvey"


def test_a_table_s_row_is_found_without_the_names_that_the_text_repeats() -> None:
    page = "Firm Price Years Lund and Sons 61,200 12 years Acheron 70,000 20 years"
    row = "Firm: Lund and Sons | Price: 61,200 | Years: 12 years"
    assert _shown(row, page).endswith("lundandsons6120012years")


@pytest.mark.parametrize("quote", ["", "lamps", "an agreement that nobody ever wrote down here"])
def test_what_is_not_there_has_no_place(quote: str) -> None:
    assert find(_plain(quote), _plain("The board agreed on the survey of the basin."), 0) == []


def test_letters_on_a_line_become_one_box() -> None:
    def letter(left: float, top: float) -> Box:
        return Box(left, top, left + 0.01, top + 0.02)

    line = [letter(0.1, 0.1), letter(0.112, 0.1), letter(0.13, 0.101)]
    found = merged([*line, letter(0.7, 0.1), letter(0.1, 0.13)])
    assert [(box.left, box.right) for box in found] == [(0.1, 0.14), (0.7, 0.71), (0.1, 0.11)]

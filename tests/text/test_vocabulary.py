from __future__ import annotations

import re

from qa.text.vocabulary import MONTHS, NUMBER_WORDS, OFFICES, ROLES, VOICES, WEEKDAYS, any_of


def test_the_lists_are_whole_and_repeat_nothing() -> None:
    assert (len(MONTHS), len(WEEKDAYS)) == (12, 7)
    for words in (MONTHS, WEEKDAYS, NUMBER_WORDS, ROLES):
        assert len(set(words)) == len(words)
    assert set(ROLES) == {*OFFICES, *VOICES}


def test_the_longest_word_that_fits_is_found() -> None:
    match = re.match(any_of(OFFICES), "chairperson of the board")
    assert match
    assert match[0] == "chairperson"

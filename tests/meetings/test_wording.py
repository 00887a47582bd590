from __future__ import annotations

from qa.meetings.wording import GROUP_WORDS, NOT_NAMES, ROLE_WORDS


def test_words_of_offices_groups_and_sentences() -> None:
    assert {"chair", "treasurer", "vice-president"} <= ROLE_WORDS
    assert {"board", "committee", "bank"} <= GROUP_WORDS
    assert {"monday", "the", "agenda"} <= NOT_NAMES


def test_a_month_that_is_a_name_may_be_one() -> None:
    assert not {"april", "may", "june"} & NOT_NAMES

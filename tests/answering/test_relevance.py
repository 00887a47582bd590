from __future__ import annotations

import pytest

from qa.answering.relevance import wanted


def test_the_share_is_that_of_the_stems() -> None:
    on = wanted("leaking tanks")
    assert on.share("The tank leaks.") == 1.0
    assert on.share("The tank is new.") == pytest.approx(0.5)
    assert on.share("Nothing.") == 0.0


def test_a_rare_word_weighs_more() -> None:
    on = wanted("tank levy", ["the tank", "a tank", "tanks", "the levy"])
    assert on.share("levy") > on.share("tank") > 0


def test_what_every_report_has_is_not_asked() -> None:
    assert not wanted("the meeting")
    assert not wanted("")
    assert wanted("").share("anything") == 0.0


def test_words_that_no_text_says_are_left_out() -> None:
    on = wanted("phone ban")
    assert set(on.told_in(["Phones are handed in."]).weights) == {"phone"}
    assert not on.told_in(["Nothing of it."])

from __future__ import annotations

from qa.inference import known_words


def test_common_english_words_are_known() -> None:
    assert {"ferry", "ratified", "lunch"} <= known_words()
    assert not {"qwer", "comittee", "##ing"} & known_words()

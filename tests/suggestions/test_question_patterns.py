from __future__ import annotations

from qa.suggestions.question_patterns import WORDINGS


def test_each_wording_finds_the_words_that_its_question_needs() -> None:
    for wording in WORDINGS:
        names = set(wording.found.groupindex)
        assert "a" in names
        assert {name for name in ("x", "v") if f"{{{name}}}" in wording.form} <= names


def test_no_wording_takes_long_over_a_long_line() -> None:
    line = "The Chair and the Co-Chair of the Group of the Board of Vessa " * 500
    assert [list(wording.found.finditer(line)) for wording in WORDINGS] == [[] for _ in WORDINGS]

from __future__ import annotations

import re

from qa.questions.vocabulary import ASKING, BODIES, GATHERINGS, SEVERAL, TYPED, one_of, plural


def test_the_longest_word_that_fits_is_matched() -> None:
    match = re.match(one_of(["call", "call-in"]), "call-in today")
    assert match is not None
    assert match[0] == "call-in"


def test_nothing_is_listed_twice() -> None:
    for words in (ASKING, BODIES, GATHERINGS):
        assert len(words) == len(set(words))
    assert {"when", "chaired", "committee"} <= set(TYPED)


def test_offices_in_the_plural() -> None:
    assert [plural(one) for one in ("clerk", "secretary", "chairwoman")] == [
        "clerks",
        "secretaries",
        "chairwomen",
    ]
    assert "vice-chairs" in SEVERAL

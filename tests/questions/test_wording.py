from __future__ import annotations

import re

from qa.questions.wording import BODY, DECIDE, MEETINGS, SAY, SOME


def test_parts_of_patterns_fit_whole_words() -> None:
    assert re.fullmatch(SAY, "proposed")
    assert re.fullmatch(DECIDE, "agree")
    assert re.fullmatch(BODY, "the town council")
    assert re.fullmatch(MEETINGS, "town hall")


def test_what_is_counted_stands_right_behind_how_many() -> None:
    counted = re.compile(rf"^how many {SOME}{MEETINGS}s?\b")
    assert counted.search("how many open harbour meetings")
    assert not counted.search("how many members attended meetings")

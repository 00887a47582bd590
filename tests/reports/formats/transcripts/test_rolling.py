from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.transcripts.cues import Cue
from qa.reports.formats.transcripts.rolling import without_repeats


def _cues(*said: str) -> list[Cue]:
    return [Cue(n, n + 1, "", tuple(words.split("/"))) for n, words in enumerate(said)]


def _words(*said: str) -> str:
    return " ".join(cue.words for cue in without_repeats(_cues(*said)))


def test_lines_that_roll_are_read_once() -> None:
    assert _words("a b", "a b/c d", "c d", "c d/e f", "e f/g") == "a b c d e f g"


def test_lines_that_grow_are_read_once() -> None:
    assert _words("the", "the fee", "the fee rises", "the fee rises/now", "now") == (
        "the fee rises now"
    )


def test_people_who_say_the_same_are_heard() -> None:
    votes = ("Aye.", "Aye.", "Aye.", "No.", "Aye.", "No.", "We go on.", "To", "the", "next", "item")
    assert _words(*votes) == " ".join(votes)


@given(st.lists(st.from_regex(r"[a-z]{1,3}[0-9]{1,3}", fullmatch=True), unique=True, max_size=12))
def test_what_rolls_two_lines_at_a_time_is_each_line_once(lines: list[str]) -> None:
    rolled = [f"{a}/{b}" for a, b in zip(lines, lines[1:], strict=False)]
    if len(rolled) > 4:
        assert _words(*rolled) == " ".join(lines)

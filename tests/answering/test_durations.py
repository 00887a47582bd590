from __future__ import annotations

import pytest

from qa.answering.durations import told_duration
from qa.answering.quoting import quote
from qa.types import Answer, Span
from tests.answering.society import report_of


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The session lasted two hours.", "two hours", True),
        ("The meeting ran from 9.00 to 11.30.", "9.00 to 11.30", True),
        ("The lease is for three years.", "three years", False),
        ("The path is two hours away.", "two hours", False),
    ],
)
def test_it_is_a_time_of_a_meeting(text: str, words: str, right: bool) -> None:
    report = report_of(text, "a.txt", None)
    start = text.index(words)
    cited = quote(report, Span(0, len(text)), Span(start, start + len(words)))
    answer = Answer(question="?", answer=words, confidence=1, citations=(cited,))
    assert told_duration(answer) is right


def test_a_refusal_tells_none() -> None:
    assert not told_duration(Answer(question="?", answer=None, confidence=0))

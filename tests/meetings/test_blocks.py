from __future__ import annotations

import pytest

from qa.meetings.blocks import blocks_of, frame, is_summary, numbered_name, own_day
from tests.meetings.reading import meeting_of


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("reports/pow12b/index.md", ("reports", "pow#b", 12)),
        ("pow 7.pdf", (".", "pow #", 7)),
        ("2024-05-14.md", None),
        ("minutes.md", None),
        ("a1b2.md", None),
    ],
)
def test_the_number_in_a_name(source: str, found: tuple[str, str, int] | None) -> None:
    assert numbered_name(source) == found


def test_a_bulletin_of_a_weekend_is_no_frame() -> None:
    weekend = meeting_of("# Highlights, 5-6 December 2009\n\nIt met.", "pow1.md")
    assert frame(weekend) is None
    assert own_day(weekend) == "2009-12-05"
    summary = meeting_of("# Summary of the talks, 5-6 December 2009\n\nIt met.", "pow2.md")
    assert is_summary(summary)
    assert frame(summary) == ("2009-12-05", "2009-12-06")


def test_another_session_is_another_block() -> None:
    texts = ["# POW 7 HIGHLIGHTS\n\nA.", "# POW 7 HIGHLIGHTS\n\nB.", "# POW 8 HIGHLIGHTS\n\nC."]
    meetings = [meeting_of(text, f"pow{n}.md") for n, text in enumerate(texts)]
    assert [len(block.members) for block in blocks_of(meetings)] == [2, 1]

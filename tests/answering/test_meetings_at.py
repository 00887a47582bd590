from __future__ import annotations

from dataclasses import replace

from qa.answering.meetings_at import meeting_at
from qa.answering.quoting import quote
from qa.types import Span
from tests.answering.society import MAY_MEETING, Society, at, may


def test_of_two_meetings_in_a_report_it_is_the_one_with_the_words() -> None:
    half = at(may, "## Rents").start if "## Rents" in may.text else at(may, "Rents").start
    first = replace(MAY_MEETING, id="first", span=Span(0, half))
    second = replace(MAY_MEETING, id="second", span=Span(half, len(may.text)))
    library = Society([first, second])
    cited = [quote(may, at(may, words)) for words in ("Ms Finch", "Moved by Ada Finch")]
    assert [getattr(meeting_at(library, one), "id", None) for one in cited] == ["first", "second"]


def test_it_may_be_unknown() -> None:
    assert meeting_at(Society([]), quote(may, at(may, "Ms Finch"))) is None

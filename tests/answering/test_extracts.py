from __future__ import annotations

from qa.answering.extracts import extracts
from qa.types import Proceedings, Span
from tests.answering.society import FORUM_MEETING, MAY_MEETING, PROCEEDINGS, forum, may

KNOWN = PROCEEDINGS["forum"]


def _said(most: int, on: frozenset[str] = frozenset(), known: Proceedings = KNOWN) -> list[str]:
    return [forum.text[slice(*span)] for span in extracts(forum, FORUM_MEETING, known, most, on)]


def test_outcomes_come_first() -> None:
    assert _said(2) == [forum.text[slice(*entry.span)] for entry in KNOWN.entries]


def test_they_stand_in_the_order_of_the_text() -> None:
    places = [forum.text.index(words) for words in _said(6)]
    assert places == sorted(places)


def test_each_section_comes_before_a_second_one_of_it() -> None:
    sections = [forum.section_at(forum.text.index(words)) for words in _said(3)]
    assert len(set(sections)) == 3


def test_a_matter_draws_its_sentences() -> None:
    assert "320 participants" in _said(1, frozenset(["lund", "particip", "sweden"]))[0]


def test_a_report_that_the_record_knows_nothing_of_is_read() -> None:
    found = _said(3, known=Proceedings())
    assert len(found) == 3
    assert all(words.endswith(".") for words in found)


def test_what_repeats_is_left_out() -> None:
    spans = extracts(may, MAY_MEETING, PROCEEDINGS["may"], 20, frozenset())
    assert len(set(spans)) == len(spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(isinstance(span, Span) for span in spans)

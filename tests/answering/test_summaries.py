from __future__ import annotations

from dataclasses import replace

from qa.answering.summaries import summary
from qa.types import Span
from tests.answering.society import DAY_MEETING, FORUM_MEETING, Society, ask, of


def test_a_meeting_is_told_in_its_own_sentences() -> None:
    asked = ask("Summarise the forum", "summary", filter=of(FORUM_MEETING, DAY_MEETING))
    found = summary(asked, Society(), None)
    assert found.kind == "summary"
    assert {item.meeting_id for item in found.items} == {"forum"}
    assert 4 <= len(found.items) <= 8
    assert any("adopted the river levy" in item.answer for item in found.items)
    assert "chosen to cover them" in (found.hint or "")


def test_the_first_item_names_the_meeting_beside_it() -> None:
    found = summary(ask("?", "summary", filter=of(FORUM_MEETING)), Society(), None)
    assert "4-6 October 2022" in found.items[0].citations[1].quote


def test_without_a_meeting_the_newest_are_told_in_a_sentence_or_two() -> None:
    found = summary(ask("Summarise the meeting", "summary"), Society(), None)
    ids = [item.meeting_id for item in found.items]
    assert list(dict.fromkeys(ids)) == ["june", "may", "forum"]
    assert all(ids.count(one) <= 2 for one in ids)
    assert "Name one" in (found.hint or "")


def test_a_matter_finds_the_meeting() -> None:
    asked = ask("What happened to the gauges?", "summary", matter="gauges in Lund")
    assert {item.meeting_id for item in summary(asked, Society(), None).items} == {"forum"}


def test_a_matter_that_a_passage_says_in_part_is_unsure() -> None:
    sure = ask("What came of the river gauges?", "summary", matter="river gauges")
    assert summary(sure, Society(), None).level == "sure"
    partly = replace(sure, matter="zebra gauges")
    assert summary(partly, Society(), None).level == "unsure"
    none = ask(
        "What came of zebra races by bus to the gauges?", "summary", matter="zebra races by bus"
    )
    assert summary(none, Society(refuse_below=2), None).items == ()


def test_of_a_file_with_several_meetings_the_one_on_the_matter_is_told() -> None:
    cut = FORUM_MEETING.span.end // 2
    parts = (
        replace(FORUM_MEETING, id="first", span=Span(0, cut)),
        replace(FORUM_MEETING, id="other", span=Span(cut, FORUM_MEETING.span.end)),
    )
    asked = ask("What came of twelve river gauges?", "summary", matter="twelve river gauges")
    found = summary(asked, Society(parts), None)
    assert {item.meeting_id for item in found.items} <= {"other"}


def test_nothing_is_told_of_no_meeting() -> None:
    assert summary(ask("Summarise", "summary"), Society([]), None).answer is None

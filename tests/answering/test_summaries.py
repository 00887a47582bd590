from __future__ import annotations

from qa.answering.summaries import summary
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


def test_nothing_is_told_of_no_meeting() -> None:
    assert summary(ask("Summarise", "summary"), Society([]), None).answer is None

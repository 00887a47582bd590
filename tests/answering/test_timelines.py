from __future__ import annotations

from qa.answering.timelines import timeline
from tests.answering.society import Society, ask


def test_sentences_on_a_matter_come_by_date() -> None:
    found = timeline(ask("How did the old tank go on?", "timeline", matter="tank"), Society())
    days = [item.day or "" for item in found.items]
    assert days == sorted(days)
    assert len(set(days)) == 2
    assert all("tank" in item.answer for item in found.items)


def test_a_persons_are_the_statements() -> None:
    asked = ask("What did Norway propose?", "timeline", person="Norway", matter="levy")
    found = timeline(asked, Society())
    assert [item.label for item in found.items] == ["NORWAY", "NORWAY"]


def test_what_nobody_speaks_of_has_no_course() -> None:
    found = timeline(ask("How did the zebra go on?", "timeline", matter="zebra"), Society())
    assert found.answer is None


def test_one_day_is_no_course_of_things() -> None:
    found = timeline(ask("How did the gauges go on?", "timeline", matter="gauges"), Society())
    assert len({item.day for item in found.items}) == 1
    assert found.level == "unsure"

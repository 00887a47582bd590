from __future__ import annotations

from qa.answering.timelines import timeline
from qa.types import Evidence, Report
from tests.answering.society import Society, ask, report_of
from tests.samples import evidence_of


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


def test_a_word_that_no_report_has_leaves_the_others_unsure() -> None:
    found = timeline(ask("How did the tank go on?", "timeline", matter="tank zebra"), Society())
    assert found.answer
    assert found.level == "unsure"


def test_an_item_of_a_list_is_quoted_as_a_whole() -> None:
    line = "- The ferry is broken. It is expected back in two weeks."
    log = report_of(f"# Club\n\n{line}\n", "log.md", "2023-05-01")

    class Library(Society):
        def retrieve(self, question: str, limit: int | None, where: object) -> list[Evidence]:
            return evidence_of(log)

        def report(self, report_id: str) -> Report:
            return log

    assert timeline(ask("?", "timeline", matter="ferry"), Library()).answer == line[2:]

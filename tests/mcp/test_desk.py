from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import IndexMissingError, NotFoundError
from qa.mcp.desk import Desk, title_of
from qa.settings import Settings
from qa.types import Filter
from tests.mcp.conftest import QUESTION


def test_an_answer_is_that_of_the_assistant_and_each_citation_has_its_address(
    desk: Desk, assistant: Assistant
) -> None:
    asked = desk.ask(QUESTION)
    answer = replace(assistant.ask(QUESTION), evidence=(), timings_ms={})
    assert asked.answer == answer
    cited = answer.citations[0]
    assert asked.sources[0].quote == cited.quote
    place = f"{cited.report_id}/{cited.start}-{cited.end}"
    assert asked.sources[0].url == f"https://qa.example.org/#/reports/{place}"
    assert desk.fetch(asked.sources[0].id).text == cited.quote


def test_where_nothing_answers_the_nearest_sentences_are_the_sources(desk: Desk) -> None:
    asked = desk.ask("Which football club plays in Tromsø?")
    assert asked.answer.answer is None
    assert [source.quote for source in asked.sources] == [
        near.quote for near in dict.fromkeys(asked.answer.nearest)
    ]


def test_what_is_found_can_be_fetched_word_for_word(desk: Desk, assistant: Assistant) -> None:
    found = desk.search("dredging survey", 3).results
    evidence = assistant.search("dredging survey", 3)
    assert [one.title for one in found] == [title_of(one) for one in evidence]
    assert [desk.fetch(one.id).text for one in found] == [one.text for one in evidence]
    assert all(desk.fetch(one.id).url == one.url for one in found)


def test_a_whole_report_can_be_fetched(desk: Desk, assistant: Assistant) -> None:
    (entry,) = assistant.entries()
    document = desk.fetch(entry.id)
    assert document.text == assistant.report(entry.id).text
    assert document.url == f"https://qa.example.org/#/reports/{entry.id}"
    assert document.metadata["source"] == entry.source


@pytest.mark.parametrize("id", ["none", "none:1-2", "{}:5-5", "{}:0-999999999", "{}:-1-2", "{}:1"])
def test_what_is_no_place_is_not_found(desk: Desk, assistant: Assistant, id: str) -> None:
    with pytest.raises(NotFoundError):
        desk.fetch(id.format(assistant.entries()[0].id))


def test_meetings_and_people_are_those_of_the_records(desk: Desk) -> None:
    page = desk.list_meetings(Filter(body="Harbour board"), 0, 10)
    assert (page.total, page.meetings[0].offices) == (1, ("Ms Okafor, chair",))
    assert desk.list_meetings(Filter(body="Nobody"), 0, 10).total == 0
    assert desk.person("Okafor", 0, 10).counts["led"] == 1


def test_an_index_may_come_later(tmp_path: Path) -> None:
    desk = Desk(Settings(home=tmp_path / "none"))
    with pytest.raises(IndexMissingError):
        desk.ask(QUESTION)
    desk.close()

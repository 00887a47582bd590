from __future__ import annotations

from dataclasses import replace

from qa.answering.lists import CHOOSE, listed
from qa.types import Aspect, Filter
from tests.answering.society import (
    FORUM_MEETING,
    MAY_MEETING,
    Society,
    ask,
    of,
)


def _ids(aspect: Aspect, matter: str = "", where: Filter | None = None) -> list[str | None]:
    asked = ask("?", "list", aspect=aspect, matter=matter, filter=where or Filter())
    return [item.meeting_id for item in listed(asked, Society(), None).items]


def test_the_items_are_of_the_named_meeting() -> None:
    asked = ask("What was decided in May?", "list", aspect="decisions", filter=of(MAY_MEETING))
    found = listed(asked, Society(), None)
    assert found.answer == "The committee agreed to replace the tank before July."
    assert (found.level, found.hint) == ("sure", None)


def test_without_a_meeting_they_are_grouped_newest_first() -> None:
    assert _ids("decisions") == ["june", "may", "forum", "forum"]
    asked = ask("What was decided?", "list", aspect="decisions")
    assert listed(asked, Society(), None).hint == CHOOSE


def test_the_newest_alone_is_the_last_meeting() -> None:
    asked = ask("What did the last meeting decide?", "list", aspect="decisions", latest=True)
    assert {item.meeting_id for item in listed(asked, Society(), None).items} == {"june"}


def test_on_a_matter_are_those_that_say_it() -> None:
    assert _ids("decisions", "river levy") == ["forum"]
    assert _ids("decisions", "the tank", of(MAY_MEETING)) == ["may"]


def test_a_matter_may_be_the_name_of_the_meeting() -> None:
    assert _ids("decisions", "the water forum") == ["forum", "forum"]


def test_meetings_are_listed_from_their_records() -> None:
    assert _ids("meetings") == ["june", "may", "forum"]


def test_an_office_is_listed_for_each_meeting() -> None:
    asked = ask("list all chairs", "list", aspect="offices")
    found = listed(asked, Society(), None)
    assert [item.answer for item in found.items] == ["Tomas Reyl", "Ines Marlow", "Hanna Vik"]


def test_what_no_record_has_is_read() -> None:
    asked = ask("Who paid for the river levy debate?", "list", aspect="actions")
    found = listed(replace(asked, filter=of(FORUM_MEETING)), Society(), None)
    assert found.kind == "list"
    assert "levy" in (found.answer or "")


def test_who_took_a_side_is_told_by_what_they_said() -> None:
    found = listed(
        ask("Who disagreed?", "list", aspect="votes", filter=of(FORUM_MEETING)), Society(), None
    )
    assert found.kind in ("list", "statements")
    every = listed(ask("Who opposed something?", "list"), Society(), None)
    assert [item.label for item in every.items] == ["PERU", "Tomas Reyl"]

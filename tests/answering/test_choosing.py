from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering import choosing
from qa.answering.choosing import called, chosen, in_reach, of_day
from qa.types import Applied, Filter
from tests.answering.society import (
    DAY_MEETING,
    FORUM_MEETING,
    JUNE_MEETING,
    MAY_MEETING,
    MEETINGS,
    Society,
    ask,
)


def test_a_filter_chooses_as_the_library_does() -> None:
    found = chosen(ask("Who?", filter=Filter(person="Marlow")), Society())
    assert (found.meetings, found.named) == ((MAY_MEETING,), True)
    assert not chosen(ask("Who?", filter=Filter(section="Water")), Society()).named


def test_words_name_a_meeting_if_it_has_all_of_them() -> None:
    assert called(MEETINGS, "the allotment society in June") == [JUNE_MEETING]
    assert called(MEETINGS, "water tank") == []
    assert called(MEETINGS, "the meetings") == []


def test_a_matter_may_name_the_meeting() -> None:
    asked = ask("Summarise the water forum", matter="water forum")
    found = chosen(asked, Society())
    assert (found.meetings, found.named) == ((FORUM_MEETING, DAY_MEETING), True)
    assert not chosen(asked, Society(), by_matter=False).named


def test_where_too_many_are_let_in_retrieval_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask("What did Norway say on gauges?")
    assert in_reach(asked, Society(), MEETINGS) == MEETINGS
    monkeypatch.setattr(choosing, "_MOST", 2)
    found = in_reach(asked, Society(), MEETINGS)
    assert FORUM_MEETING in found
    assert len(found) <= 2


def test_a_named_day_is_told_by_its_own_report() -> None:
    asked = ask("what was decided on 5 October 2022?", "list")
    asked = replace(
        asked, applied=(Applied(label="5 October 2022", words="5 October 2022", count=2),)
    )
    assert of_day(asked, MEETINGS) == [DAY_MEETING]
    assert of_day(ask("what was decided?", "list"), MEETINGS) == MEETINGS

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from qa.answering.lists import CHOOSE, listed
from qa.types import Aspect, Evidence, Filter, Proceedings, Report
from tests.answering.society import (
    FORUM_MEETING,
    MAY_MEETING,
    Society,
    ask,
    of,
    report_of,
)
from tests.samples import evidence_of, make_report

RULES = report_of(
    "# Lake\n\nThese four lake rules were proposed:\n\n- No motors on Sundays\n- Barbless hooks\n\n"
    "All of spring was wet.\n",
    "rules.md",
    None,
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


def test_a_common_word_in_the_name_of_a_meeting_is_no_sure_choice() -> None:
    def level(matter: str) -> str:
        asked = ask("What was decided on it?", "list", aspect="decisions", matter=matter)
        return listed(asked, Society(), None).level

    assert (level("water"), level("water forum"), level("Delta")) == ("unsure", "sure", "sure")


@pytest.mark.parametrize(
    ("matter", "level"),
    [("four lake rules", "sure"), ("four lake rules proposed in spring", "unsure")],
)
def test_a_list_is_sure_if_the_line_above_says_what_is_asked(matter: str, level: str) -> None:
    class _WithRules(Society):
        def retrieve(self, question: str, limit: int | None, where: object) -> list[Evidence]:
            return evidence_of(RULES)

        def report(self, report_id: str) -> Report:
            return RULES

    found = listed(ask("?", "list", matter=matter), _WithRules(), None)
    assert found.answer == "No motors on Sundays; Barbless hooks"
    assert found.level == level


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


class _Vote(Society):
    """The May meeting, but told by another report, which the reader finds no sure answer in."""

    _report = replace(
        make_report(
            "# Board\n\nThe matter was put to a vote, with Peru voting in favour. Tea.\n", "v.md"
        ),
        id=MAY_MEETING.report_id,
    )

    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        return list(evidence_of(self._report))

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        return {}

    def report(self, report_id: str) -> Report:
        return self._report


def test_votes_that_no_record_has_are_the_sentences_that_tell_sides() -> None:
    asked = ask("how did they vote?", "list", aspect="votes", filter=of(MAY_MEETING))
    found = listed(asked, _Vote(refuse_below=2), None)
    assert [one.answer for one in found.items] == [
        "The matter was put to a vote, with Peru voting in favour."
    ]
    assert found.level == "unsure"


class _Unrecorded(Society):
    """A library whose records have no entries."""

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        return {}


def test_no_phrase_is_all_that_was_decided() -> None:
    asked = ask("What was decided?", "list", aspect="decisions")
    assert listed(asked, _Unrecorded(), None).kind == "ask_back"


def test_where_no_record_has_them_the_sentences_that_tell_decisions_are_listed() -> None:
    asked = ask("What did the committee decide?", "list", aspect="decisions")
    found = listed(replace(asked, filter=of(MAY_MEETING)), _Unrecorded(), None)
    assert found.level == "unsure"
    assert "The committee agreed to replace the tank before July." in (found.answer or "")

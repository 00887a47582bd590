from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

import pytest

from qa.answering.entries import distinct, entries_of
from qa.answering.relevance import wanted
from qa.types import Aspect, Entry, Proceedings, Report
from tests.answering.society import MAY_MEETING, Society, ask, at, report_of


def _words(aspect: Aspect, matter: str = "", text: str = "?") -> list[str]:
    asked = ask(text, "list", aspect=aspect)
    return [one.answer for one in entries_of(asked, Society(), MAY_MEETING, wanted(matter))]


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("decisions", ["The committee agreed to replace the tank before July."]),
        ("actions", ["ACTION: Tomas Reyl to obtain two quotes by 1 June."]),
        ("attendance", ["Ines Marlow", "Tomas Reyl", "Ada Finch"]),
        ("absent", ["Piet Lorne"]),
        ("agenda", []),
    ],
)
def test_the_items_of_an_aspect_come_in_the_order_of_the_report(
    aspect: Aspect, words: list[str]
) -> None:
    assert aspect in get_args(Aspect)
    assert _words(aspect) == words


def test_a_vote_is_what_has_a_tally() -> None:
    assert _words("votes") == _words("motions")


def test_an_office_is_exactly_the_asked_one() -> None:
    assert _words("offices", text="list all chairs") == ["Ines Marlow"]
    assert _words("offices", text="who was vice-chair?") == ["Tomas Reyl"]
    assert len(_words("offices", text="list the officers")) <= 2


def test_on_a_matter_are_those_that_say_it_or_stand_under_it() -> None:
    assert _words("decisions", "water") == _words("decisions")
    assert _words("decisions", "rents") == []


def test_an_item_tells_who_does_it_and_by_when() -> None:
    (item,) = entries_of(ask("?", "list", aspect="actions"), Society(), MAY_MEETING, wanted(""))
    assert item.label == "Tomas Reyl, 1 June"


def test_what_is_said_again_is_left_out() -> None:
    items = entries_of(ask("?", "list", aspect="people"), Society(), MAY_MEETING, wanted(""))
    assert distinct([*items, *items]) == items


def test_an_entry_without_the_number_is_on_another_matter() -> None:
    asked = ask("?", "list", aspect="decisions", matter="tank 24-07")
    assert not entries_of(asked, Society(), MAY_MEETING, wanted("tank"))


def test_who_was_excused_is_not_who_was_absent() -> None:
    assert _words("absent", text="who sent apologies?") == ["Piet Lorne"]


_ROWS = "| A1 | Paint the gate | Ada | done |", "| A2 | Oil the gate | Ada | open |"
_LOG = report_of("# Log\n\n" + "\n".join(_ROWS) + "\n", "log.md", None)


class _Log(Society):
    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        actions = tuple(Entry("action", at(_LOG, row)) for row in _ROWS)
        return {"log": Proceedings(entries=actions)}

    def report(self, report_id: str) -> Report:
        return _LOG


def test_an_action_that_is_done_is_not_open() -> None:
    held = replace(MAY_MEETING, id="log", report_id=_LOG.id)
    asked = ask("Which actions are open?", "list", aspect="actions")
    found = entries_of(asked, _Log(), held, wanted(""))
    assert ["A2" in one.answer for one in found] == [True]

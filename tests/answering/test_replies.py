from __future__ import annotations

from qa.answering.quoting import quote
from qa.answering.replies import item, listing, refusal, together, unsure
from tests.answering.society import MAY_MEETING, ask, at, may

ASKED = ask("What was decided?", "list")
ITEM = item(MAY_MEETING, quote(may, at(may, "second quote")), label="Ms Finch")


def test_a_list_is_answered_with_its_items() -> None:
    other = item(MAY_MEETING, quote(may, at(may, "Old Mill")))
    found = listing(ASKED, [ITEM, other], "list")
    assert found.answer == "second quote; Old Mill"
    assert (found.level, found.support) == ("sure", "list")
    assert [c.quote for c in found.citations] == ["second quote", "Old Mill"]


def test_one_item_is_of_one_report() -> None:
    found = listing(ASKED, [ITEM], "list", level="unsure")
    assert (found.support, found.level) == ("one report", "unsure")
    assert found.confidence < listing(ASKED, [ITEM], "list").confidence


def test_an_item_names_its_meeting() -> None:
    assert (ITEM.answer, ITEM.meeting_id, ITEM.day) == ("second quote", "may", "2023-05-09")


def test_a_refusal_claims_nothing_whatever_it_is_made_of() -> None:
    found = refusal(ASKED, hint="Nothing.")
    assert (found.answer, found.level, found.kind, found.hint) == (None, "none", "list", "Nothing.")
    assert unsure(found).level == "none"


def test_an_answer_is_sure_until_it_is_contradicted() -> None:
    found = listing(ASKED, [ITEM], "fact")
    assert found.level == "sure"
    assert unsure(found, "It may not.").level == "unsure"
    assert unsure(found, "It may not.").hint == "It may not."


def test_hints_are_told_once() -> None:
    assert together("One.", None, "Two.", "One.") == "One. Two."
    assert together(None) is None

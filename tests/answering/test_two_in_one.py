from __future__ import annotations

from collections.abc import Sequence

from qa.answering import answer
from qa.types import Asked
from tests.answering.society import FORUM_MEETING, MAY_MEETING, Society, ask, of

BOTH = ask(
    "When was the forum and where?",
    parts=("When was the forum?", "Where?"),
    filter=of(FORUM_MEETING),
)


def _understand(part: str) -> Sequence[Asked]:
    aspect = "place" if "here" in part else "day"
    return [ask(part, aspect=aspect)]


def test_each_part_is_answered_and_cited() -> None:
    found = answer([BOTH], Society(), understand=_understand)
    assert found.answer == "4-6 October 2022; Lund, Sweden"
    assert (found.kind, found.level, found.support) == ("fact", "sure", "list")
    assert len(found.citations) == 2


def test_a_part_that_is_not_found_is_named() -> None:
    asked = ask("?", parts=("When was it?", "Who ate the zebra?"), filter=of(MAY_MEETING))
    found = answer(
        [asked],
        Society(),
        understand=lambda part: [ask(part, aspect="day") if "When" in part else ask(part)],
    )
    assert found.answer == "9 May 2023"
    assert found.level == "unsure"
    assert found.hint == "Not found: Who ate the zebra?"


def test_a_part_that_names_its_own_meeting_keeps_it() -> None:
    asked = ask("?", parts=("When?", "Where?"), filter=of(FORUM_MEETING))
    found = answer(
        [asked],
        Society(),
        understand=lambda part: [
            ask(part, aspect="day", filter=of(MAY_MEETING))
            if part == "When?"
            else ask(part, aspect="place")
        ],
    )
    assert found.answer == "9 May 2023; Lund, Sweden"


def test_without_an_understanding_the_parts_are_read() -> None:
    asked = ask("?", parts=("How many participants?", "Who closed the session?"))
    found = answer([asked], Society())
    assert "320 participants" in (found.answer or "")
    assert "Hanna Vik" in (found.answer or "")


def test_nothing_found_is_a_refusal() -> None:
    asked = ask("?", parts=("Who ate the zebra?", "Which zebra?"))
    assert answer([asked], Society(refuse_below=2)).answer is None

from __future__ import annotations

from qa.meetings.proceedings.resolving import motions_and_decisions
from qa.types import Entry
from tests.meetings.proceedings.invented import COUNCIL, blocks


def _found(text: str) -> tuple[str, list[Entry]]:
    read, found = blocks(text, "a.txt")
    return read.text, list(motions_and_decisions(read.text, found))


def test_a_motion_holds_the_lines_of_its_vote() -> None:
    text, found = _found(COUNCIL)
    motion = next(entry for entry in found if entry.part == "motion")
    words = text[slice(*motion.span)]
    assert words.startswith("Moved by Wend")
    assert words.endswith("MOTION CARRIED 3-1.")
    assert (motion.mover, motion.seconder, motion.outcome) == ("Wend", "Marden", "carried")
    assert motion.votes is not None
    assert (motion.votes.ayes, motion.votes.noes) == (3, 1)
    assert motion.votes.by["Hruska"] == "no"
    decision = next(entry for entry in found if entry.part == "decision")
    assert text[slice(*decision.span)].endswith("3 crowns.")


def test_an_outcome_that_a_later_sentence_tells() -> None:
    said = "Una Falk moved that the pier be closed. Oskar Lind said that he was for it. "
    text, found = _found(f"{said}The motion was carried by five votes to three.")
    decision = next(entry for entry in found if entry.part == "decision")
    assert text[slice(*decision.span)] == "Una Falk moved that the pier be closed."
    assert decision.votes is not None
    assert decision.votes.ayes == 5


def test_a_motion_that_failed_decides_nothing() -> None:
    _, found = _found("Una Falk moved to close the pier. The motion failed.")
    assert [entry.part for entry in found] == ["motion"]


def test_a_vote_apart() -> None:
    _, found = _found(
        "The council voted. Nothing else happened that day.\n\nOskar Lind voted against."
    )
    assert found[-1].votes is not None
    assert dict(found[-1].votes.by) == {"Oskar Lind": "no"}

from __future__ import annotations

from qa.meetings.proceedings.entries import entries
from tests.meetings.proceedings.invented import blocks

_TABLE = "| | Yea | Nay |\n|---|---|---|\n| Falk | X | |\n| Ash | | X |\n| Elm | X | |\n"


def _motions(text: str) -> list[tuple[str, dict[str, str]]]:
    read, found = blocks(text)
    told = [one for one in entries(read.text, found, ()) if one.part == "motion" and one.votes]
    return [(read.text[slice(*one.span)], dict(one.votes.by)) for one in told if one.votes]


def test_the_votes_are_of_the_motion_above() -> None:
    text = "# Council\n\nMoved by Falk, seconded by Elm, to buy the crane. Roll call vote:\n\n"
    ((words, by),) = _motions(f"{text}{_TABLE}\nMotion carried.\n")
    assert words.startswith("Moved by Falk")
    assert by == {"Falk": "aye", "Ash": "no", "Elm": "aye"}


def test_or_of_the_motion_below() -> None:
    ((words, by),) = _motions(f"# Council\n\n{_TABLE}\nThe motion to buy the crane was carried.\n")
    assert words.endswith("was carried.")
    assert by["Ash"] == "no"


def test_or_stand_by_themselves() -> None:
    ((words, _),) = _motions(f"# Council\n\nThe new crane:\n\n{_TABLE}")
    assert words.startswith("The new crane:")


def test_what_people_only_showed_is_no_vote() -> None:
    assert not _motions(f"# Straw poll\n\n{_TABLE}")

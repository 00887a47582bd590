from __future__ import annotations

import pytest

from qa.meetings.bodies import group_of
from qa.meetings.head import Line
from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("# Minutes of the Harbour Users Committee\n\nIt met.", "Harbour Users Committee"),
        ("# Library Board, 12 March 2024, Torvik\n\nIt met.", "Library Board"),
        ("# BOARD OF DIRECTORS MEETING\n\nIt met.", "BOARD OF DIRECTORS"),
        ("QUILL RANCH ASSOCIATION, INC.\n\nBOARD OF DIRECTORS MEETING\n\n" + "It met. " * 20,
         "BOARD OF DIRECTORS"),
        ("# Wheel Foundation TSC Meeting 2015-05-27\n\nHi.", "Wheel Foundation TSC"),
        ("# Wheel Foundation BRC Meeting 2015-05-27\n\nHi.", "Wheel Foundation BRC"),
        ("# 7 PM Meeting\n\nHi.", None),
        ("# Summary of the fortieth session of the Panel on Wheels: 3-5 May 2011\n\nIt met.",
         "Panel on Wheels"),
        ("# HIGHLIGHTS FROM THE MEETINGS OF THE WHEEL SUBSIDIARY BODIES\n\nIt met.",
         "WHEEL SUBSIDIARY BODIES"),
        ("# COP-9 HIGHLIGHTS\n\nThe Budget Committee met.", "COP"),
        ("# LYON CLIMATE TALKS\n\nThe Budget Committee met.", "LYON CLIMATE TALKS"),
        ("# Notes\n\nCommittee: Harbour Users\n\nHi.", "Harbour Users"),
        ("# Fees rise\n\nThe Budget Committee met on Monday to set the fees.", "Budget Committee"),
        ("# Fees rise\n\nPeople like boats.", None),
    ],
)  # fmt: skip
def test_who_met(text: str, body: str | None) -> None:
    assert value(meeting_of(text).body) == body


def test_the_group_of_a_title() -> None:
    assert group_of(Line("Report of the Wheel Committee", None, "title")) == "Wheel Committee"
    assert group_of(Line("Fees rise", None, "title")) is None

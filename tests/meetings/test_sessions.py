from __future__ import annotations

import pytest

from qa.meetings.sessions import shortens
from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("# COP 12 AND COP/MOP 2 HIGHLIGHTS\n\nIt met.", "COP 12 AND COP/MOP 2"),
        ("# WHEEL SB-18 HIGHLIGHTS\n\nIt met.", "SB-18"),
        ("# WHEEL-HUB 7 AND WHEEL-RIM 9 HIGHLIGHTS\n\nIt met.", "WHEEL-HUB 7 AND WHEEL-RIM 9"),
        ("# HTTP WG Minutes - IETF100\n\nHi.", "IETF100"),
        ("# Fortieth session of the Panel on Wheels, 3-5 May 2011\n\nThe fortieth session of the "
         "Panel on Wheels (POW-40) met.", "POW-40"),
        ("# Fortieth session of the Panel on Wheels, 3-5 May 2011\n\nIt met.", "Fortieth session"),
        ("# Oslo Conference\n\nThe conference includes the 19th session of the Panel (POW 19).",
         "POW 19"),
        ("# MEETINGS OF THE PANEL ON CHANGE 20 OCTOBER 1997\n\nChange came.", None),
        ("# Oslo Talks\n\nWork ends by the fifteenth session of the Panel (POW 15) in Bern.", None),
        ("# Workshop on Wheels\n\nThe tenth session of the Panel (POW 10) asked for it.", None),
        ("# Report of the Wheel Group\n\nThe first Conference of Parts (COP 1) met in 1995.", None),
        ("# Notes on RFC 7230\n\nHi.", None),
    ],
)  # fmt: skip
def test_which_session(text: str, session: str | None) -> None:
    assert value(meeting_of(text).session) == session


def test_an_abbreviation_takes_the_first_letters_of_some_words() -> None:
    assert shortens("AGHR", "Ad Hoc Group on the Harbour Rules")
    assert shortens("SB", "WHEEL SUBSIDIARY BODIES")
    assert not shortens("COP", "WHEEL SUBSIDIARY BODIES")

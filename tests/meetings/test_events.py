from __future__ import annotations

from qa.meetings.events import name_of
from qa.types import Told


def test_a_meeting_is_called_by_session_body_or_title() -> None:
    body = Told("Panel on Wheels", "title")
    assert name_of("Minutes", body, Told("POW 7", "title")) == "POW 7"
    assert (
        name_of("Minutes", body, Told("40th session", "title")) == "40th session of Panel on Wheels"
    )
    assert name_of("Minutes", body, None) == "Panel on Wheels"
    assert name_of("Minutes", None, None) == "Minutes"
    assert name_of("Wheelwrights, third assembly", None, Told("third assembly", "title")) == (
        "Wheelwrights, third assembly"
    )
    union = Told("Congress of the Wheel Union", "title")
    assert (
        name_of("Minutes", union, Told("67th Congress", "title")) == "67th Congress of Wheel Union"
    )

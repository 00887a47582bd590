from __future__ import annotations

import pytest

from qa.questions.kinds import recognise
from qa.questions.matter import matter_of
from qa.types import Aspect, Kind


@pytest.mark.parametrize(
    ("kind", "aspect", "rest", "matter"),
    [
        ("statements", None, " about the price of herring", "price of herring"),
        ("statements", None, " the audience of", ""),
        ("statements", None, " Norway would do", "Norway would do"),
        ("list", "decisions", " about the roof", "roof"),
        ("list", "actions", " came out of the", ""),
        ("list", "meetings", " discussed the weir tolls", "weir tolls"),
        ("list", "meetings", " were held", ""),
        ("count", "meetings", " were there about tolls", "tolls"),
        ("fact", None, " about the roof", ""),
    ],
)
def test_the_matter_is_what_it_is_about(
    kind: Kind, aspect: Aspect | None, rest: str, matter: str
) -> None:
    assert matter_of(kind, aspect, rest, rest) == matter


def test_a_search_and_a_timeline_are_about_their_words() -> None:
    assert matter_of("search", None, "", "weir tolls") == "weir tolls"
    whole = "how has the membership fee changed over time?"
    assert matter_of("timeline", None, "", whole) == "membership fee"


def test_a_meeting_that_is_only_named_is_no_matter() -> None:
    assert matter_of("list", "agenda", " of the board meeting", "") == ""
    assert matter_of("list", "agenda", " of the board", "") == "board"


def test_what_somebody_was_at_meetings_is_no_matter() -> None:
    assert matter_of("list", "meetings", " as president", "", "Ana Blom") == ""
    assert matter_of("list", "actions", " on the roof", "", "Ana Blom") == "roof"


def test_how_a_date_changed_is_asked_of_what_is_named_before() -> None:
    whole = "when is the ferry supposed to return, how did that date change"
    assert matter_of("timeline", None, "", whole) == "ferry return"
    assert recognise(f"{whole}?").kind == "timeline"

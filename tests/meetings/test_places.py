from __future__ import annotations

import pytest

from qa.meetings.days import Days
from qa.meetings.head import Head, Line, head_of
from qa.meetings.places import place_of
from qa.types import Report, Span
from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Library Board, 12 March 2024, Torvik\n\nMs Voss chaired.", "Torvik"),
        ("# Harbour Users Committee\n\nPlace: Brackwater\n\nMr Haddad chaired.", "Brackwater"),
        ("# Committee\n\n**Location:** Town Hall, Sandholm\n\nIt met.", "Sandholm"),
        ("# Committee\n\nMeeting, Tuesday 05/07/2024, Springfield, IL\n", "Springfield, IL"),
        ("# WARSAW HIGHLIGHTS\n\nDelegates met in plenary.", "Warsaw"),
        ("# Summary of the Lyon Fisheries Talks, 3-5 May 2011\n\nIt ended.", "Lyon"),
        ("# Wheel WG - IETF 96 Berlin\n\nNo bashing.", "Berlin"),
        ("# Wheel WG minutes\n\n22-24 January 2014 - Zurich, CH\n\nMara: hello.", "Zurich, CH"),
        ("# Board\n\nThe board met in Quillfarthing on 3 May 2024. It agreed.", "Quillfarthing"),
        ("# Board\n\nThe board met at Brackwater. It agreed.", "Brackwater"),
        ("# Fair\n\n**LJUBLJANA, 20 September** – The fair belonged to seeds.", "Ljubljana"),
        ("# Fair\n\n**SEEDS, 20 September** – The fair belonged to seeds.", None),
        ("# Fifth session\n\nThe fifth session was held at the Grand Hotel, Nairobi, Kenya, from "
         "3-5 May 2011. It follows the session in Oslo, Norway, of 2 May 2010.", "Nairobi, Kenya"),
    ],
)  # fmt: skip
def test_where_it_was(text: str, place: str) -> None:
    assert value(meeting_of(text).place) == place


@pytest.mark.parametrize(
    "text",
    [
        "# Board\n\nThe contact group met in room Bonn 3. It agreed.",
        "# Report on the Kyoto Protocol\n\nThe group met and agreed.",
        "# Board of 3 May 2019\n\nIt met to discuss the pact adopted in Oslo, Norway.",
        "# Board of 3 May 2019\n\nIt noted that the session held in Oslo, Norway, in June 2018 "
        "had ended late.",
        "# Board of 3 May 2019\n\nThe next meeting will be held in Oslo, Norway.",
        "# Board\n\nThe meeting was held in May and opened in silence.",
        "# Board\n\nThe board met at the Wissenschaftszentrum.",
        "# .\n\nIt met.",
        "# Board\n\nStatus: Approved | Date: Nov 20, 2025 Location: Online\n\nIt met.",
    ],
)
def test_a_town_of_something_else_is_not_the_place(text: str) -> None:
    assert meeting_of(text).place is None


def test_a_title_is_trusted_before_running_text() -> None:
    text = "# Warsaw Climate Conference, 3-5 May 2011\n\nIt met in Paris in the morning."
    assert value(meeting_of(text).place) == "Warsaw"


def test_the_lead_adds_the_country() -> None:
    text = "# WARSAW HIGHLIGHTS\n\nThe conference opened on Monday in Warsaw, Poland."
    assert value(meeting_of(text).place) == "Warsaw, Poland"


def test_a_sentence_with_the_days_of_the_meeting_wins() -> None:
    report = Report(
        id="a",
        title="Talks",
        text="It met in Oslo from 1-2 May 2010. It met in Bern from 3-5 May 2011.",
        source="a.md",
    )
    head = head_of(report, Span(0, len(report.text)))
    days = Days(head.lead[1].told(0, 1, "2011-05-03"), head.lead[1].told(0, 1, "2011-05-05"))
    assert value(place_of(head, days)) == "Bern"


def test_a_head_without_words_has_no_place() -> None:
    line = Line("", 0, "title")
    assert place_of(Head(line, (), (), (), Span(0, 0), 0), Days()) is None

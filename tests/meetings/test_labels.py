from __future__ import annotations

import pytest

from qa.meetings.head import head_of
from qa.meetings.labels import is_field, labelled
from qa.reports import read_report
from qa.types import Span


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("Place: Torvik", "place", "Torvik"),
        ("**Where:** Torvik", "place", "Torvik"),
        ("- Venue: Town Hall", "place", "Town Hall"),
        ("| Location | Torvik |", "place", "Torvik"),
        ("Place:\nTorvik", "place", "Torvik"),
        ("Place:\nDate: 3 May", "place", None),
        ("Status: Draft | Date: 3 May Location: Online", "place", None),
        ("Committee: Harbour Users", "body", "Harbour Users"),
        ("Place: Mill Room, Elm House Present: Una Falk", "place", "Mill Room, Elm House"),
        ("It took place: there", "place", None),
    ],
)
def test_what_stands_behind_a_label(text: str, field: str, said: str | None) -> None:
    report = read_report(f"# Minutes\n\n{text}\n".encode(), "a.md")
    line = labelled(head_of(report, Span(0, len(report.text))), field)
    assert (line.text if line else None) == said
    if line and line.start is not None:
        assert report.text.startswith(line.text, line.start)


def test_labels_of_the_record() -> None:
    assert is_field("venue")
    assert not is_field("public orator")

from __future__ import annotations

import pytest

from qa.meetings.proceedings.presence import presence_label, presence_told, status_of


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Present", "present"),
        ("## Members present", "present"),
        ("In attendance:", "present"),
        ("Attendees (5)", "present"),
        ("Call to Order and Roll Call", "present"),
        ("Apologies for absence", "apologies"),
        ("Regrets", "apologies"),
        ("Board Members Absent", "absent"),
        ("Not present", "absent"),
        ("Agenda", None),
        ("Present state of the roof", None),
    ],
)
def test_labels(label: str, told: str | None) -> None:
    assert presence_label(label) == told


def test_a_label_beside_those_present() -> None:
    assert presence_told("Guests", None, True) == "present"
    assert presence_told("Guests", None, False) is None


def test_marks_of_a_roll_call() -> None:
    assert [status_of(said) for said in ("present", "Absent.", "Excused", "late")] == [
        "present",
        "absent",
        "apologies",
        None,
    ]

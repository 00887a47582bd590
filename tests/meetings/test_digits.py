from __future__ import annotations

import pytest

from qa.meetings import infer_series
from qa.types import Meeting
from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("03/04/2024", "either"),
        ("14/05/2024", "day first"),
        ("05/14/2024", "month first"),
        ("Monday 03/04/2024", "month first"),
        ("3 May 2024", None),
        ("04/04/2024", "day first"),
    ],
)
def test_in_which_order_a_day_is_written(written: str, digits: str | None) -> None:
    assert meeting_of(f"# Board, {written}\n\nIt met.").digits == digits


def test_a_day_that_may_be_another_one_says_so() -> None:
    told = meeting_of("# Board, 03/04/2024\n\nIt met.").reported
    assert told is not None
    assert told.value == "2024-04-03"
    assert told.why == "It may also be 4 March 2024: the day is taken first."


def _folder(*days: str) -> list[Meeting]:
    return [meeting_of(f"# Board, {day}\n\nIt met.", f"{n}.md") for n, day in enumerate(days)]


def test_the_other_reports_of_the_folder_decide() -> None:
    meetings = _folder("03/04/2024", "05/14/2024")
    changed = infer_series(meetings)
    assert value(changed[meetings[0].id].reported) == "2024-03-04"
    assert changed[meetings[0].id].first_day == changed[meetings[0].id].reported
    assert infer_series([changed[meetings[0].id], meetings[1]]) == {}
    (back,) = infer_series([changed[meetings[0].id]]).values()
    assert back == meetings[0]


def test_a_folder_with_both_orders_decides_nothing() -> None:
    assert infer_series(_folder("03/04/2024", "05/14/2024", "14/05/2024")) == {}


@pytest.mark.parametrize(
    ("written", "source", "digits"),
    [
        ("02/09/2015", "2015-02-09-minutes.md", "month first"),
        ("09/02/2015", "2015-02-09-minutes.md", "day first"),
        ("02/09/2015", "minutes.md", "either"),
    ],
)
def test_the_name_of_the_file_settles_it(written: str, source: str, digits: str) -> None:
    meeting = meeting_of(f"# Board\n\nDate: {written}\n\nIt met.", source)
    assert meeting.digits == digits
    if digits != "either":
        assert value(meeting.reported) == "2015-02-09"
        other = meeting_of("# Board, 05/14/2024\n\nIt met.", "other.md")
        assert infer_series([meeting, other]) == {}

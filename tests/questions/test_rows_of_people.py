from __future__ import annotations

import pytest

from qa.questions.kinds import recognise
from qa.questions.row import Row
from qa.questions.rows_of_people import OF_PEOPLE


def test_there_are_rows() -> None:
    assert OF_PEOPLE


@pytest.mark.parametrize("row", OF_PEOPLE, ids=lambda row: row.example)
def test_each_example_is_of_its_row(row: Row) -> None:
    found = recognise(row.example)
    assert (found.kind, found.aspect) == (row.kind, row.aspect)

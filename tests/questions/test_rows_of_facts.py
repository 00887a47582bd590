from __future__ import annotations

import pytest

from qa.questions.kinds import recognise
from qa.questions.row import Row
from qa.questions.rows_of_facts import OF_FACTS


def test_there_are_rows() -> None:
    assert OF_FACTS


@pytest.mark.parametrize("row", OF_FACTS, ids=lambda row: row.example)
def test_each_example_is_of_its_row(row: Row) -> None:
    found = recognise(row.example)
    assert (found.kind, found.aspect) == (row.kind, row.aspect)

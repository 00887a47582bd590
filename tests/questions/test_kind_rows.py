from __future__ import annotations

import pytest

from qa.questions.kind_rows import ROWS, Row
from qa.questions.kinds import recognise


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_each_row_claims_its_own_example_first(row: Row) -> None:
    found = recognise(row.example)
    assert (found.kind, found.aspect) == (row.kind, row.aspect)


def test_the_examples_differ() -> None:
    assert len({row.example for row in ROWS}) == len(ROWS)

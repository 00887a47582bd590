from __future__ import annotations

from qa.questions.kinds import recognise
from qa.questions.rows_across import ACROSS


def test_each_example_is_of_its_row() -> None:
    for row in ACROSS:
        found = recognise(row.example)
        assert (found.kind, found.aspect) == (row.kind, row.aspect)

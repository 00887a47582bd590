from __future__ import annotations

from qa.questions.kinds import recognise
from qa.questions.rows_of_deeds import OF_DEEDS


def test_each_example_is_of_its_row() -> None:
    for row in OF_DEEDS:
        found = recognise(row.example)
        assert (found.kind, found.aspect) == (row.kind, row.aspect)

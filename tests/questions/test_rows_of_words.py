from __future__ import annotations

from qa.questions.kinds import recognise
from qa.questions.rows_of_words import OF_WORDS


def test_each_example_is_of_its_row() -> None:
    for row in OF_WORDS:
        found = recognise(row.example)
        assert (found.kind, found.aspect) == (row.kind, row.aspect)

from __future__ import annotations

from qa.meetings.proceedings.entry_lines import lines_of
from tests.meetings.proceedings.invented import blocks


def test_an_item_is_whole_and_prose_is_told_by_sentences() -> None:
    read, found = blocks("- Mend the pier.\n  It is rotten.\n\nOne came. Two left.\n")
    spans = [read.text[slice(*line.span)] for line in lines_of(read.text, found)]
    assert spans[0].startswith("- Mend")
    assert "rotten" in spans[0]
    assert spans[-2:] == ["One came.", "Two left."]

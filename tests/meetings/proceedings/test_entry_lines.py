from __future__ import annotations

from qa.meetings.proceedings.entry_lines import due_of, lines_of, title_end
from tests.meetings.proceedings.invented import blocks


def test_an_item_is_whole_and_prose_is_told_by_sentences() -> None:
    read, found = blocks("- Mend the pier.\n  It is rotten.\n\nOne came. Two left.\n")
    spans = [read.text[slice(*line.span)] for line in lines_of(read.text, found)]
    assert spans[0].startswith("- Mend")
    assert "rotten" in spans[0]
    assert spans[-2:] == ["One came.", "Two left."]


def test_the_sentence_in_the_line_of_a_heading() -> None:
    read, found = blocks("# Club\n\n## 1. Paths. The board agreed to mend them.\n\nOne came.\n")
    spans = [read.text[slice(*line.span)] for line in lines_of(read.text, found)]
    assert spans == ["The board agreed to mend them.", "One came."]
    assert not title_end("## 1. The board of the club.")


def test_by_when_something_is_due() -> None:
    assert due_of("write by 10 June.") == "10 June"
    assert due_of("write soon") is None

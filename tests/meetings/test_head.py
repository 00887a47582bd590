from __future__ import annotations

from qa.meetings.head import Line, head_of
from qa.reports import read_report
from qa.types import Span, Told


def test_a_head_has_the_title_the_first_lines_and_sentences() -> None:
    long = "The board met on Monday. " * 8
    report = read_report(f"# Board\n\nPlace: Torvik\n\n{long}\n\nIt ended.".encode(), "a.md")
    head = head_of(report, Span(0, len(report.text)), "Page 1\n\nDraft")
    assert head.title.text == "Board"
    assert [line.text for line in head.opening] == ["Board", "Place: Torvik"]
    assert [line.text for line in head.margin] == ["Page 1", "Draft"]
    assert head.first_paragraph[-1].text == "The board met on Monday."
    for line in (*head.lines, *head.lead):
        assert line.start is not None
        assert report.text.startswith(line.text, line.start)


def test_words_of_a_line_stand_in_the_text() -> None:
    assert Line("Place: Torvik", 10, "text").told(7, 13) == Told("Torvik", "text", Span(17, 23))
    assert Line("Place:  A  B", None, "text").told(8, 12) == Told("A B", "text")

from __future__ import annotations

from qa.meetings.proceedings.outline import inside, outline
from qa.types import Span
from tests.meetings.proceedings.invented import MINUTES, blocks, report


def test_headings_items_and_prose_are_blocks() -> None:
    read, found = blocks(MINUTES)
    heads = [block.text for block in found if block.heading]
    assert "## Present" in heads
    item = next(block for block in found if "Una Falk" in block.text)
    assert (item.mark, item.section) == ("- ", "Present")
    assert all(read.text[slice(*block.span)] == block.text for block in found)


def test_a_run_in_heading_is_no_heading() -> None:
    _, found = blocks(
        "Selkay Council\n\nCALL TO ORDER: Mayor Rolfe came.\n\nFERRY FEES\n\nNobody spoke.", "a.txt"
    )
    assert [block.heading for block in found][1:] == [False, True, False]


def test_only_the_blocks_of_a_meeting() -> None:
    read = report("First line here.\n\nSecond line here.", "a.txt")
    second = read.text.index("Second")
    assert [b.text for b in inside(outline(read), Span(second, 99))] == ["Second line here."]


def test_the_first_line_of_a_paragraph_that_is_its_title() -> None:
    text = "Selkay Club\n\n4. Fees\nThe board agreed to raise the fees by a tenth. Nobody spoke.\n"
    _, found = blocks(text, "a.txt")
    assert [(block.text, block.heading) for block in found][1] == ("4. Fees", True)
    _, found = blocks("Selkay Club\n\nMembers present\nUna Falk (Chair)\nIvo Ash\n", "a.txt")
    assert [block.text for block in found][1:] == ["Members present", "Una Falk (Chair)\nIvo Ash"]


def test_a_line_that_goes_on_is_no_title() -> None:
    text = "Selkay Club\n\n4. The board agreed to raise fees and to write to the\nHarbour Office.\n"
    _, found = blocks(text, "a.txt")
    assert not any(block.heading for block in found[1:])

from __future__ import annotations

from qa.meetings.proceedings.agenda import agenda_items
from tests.meetings.proceedings.invented import MINUTES, blocks


def test_a_list_under_agenda() -> None:
    read, found = blocks(MINUTES)
    items = [read.text[slice(*entry.span)] for entry in agenda_items(read.text, found)]
    assert items == ["* Paths", "* Money"]


def test_numbered_headings() -> None:
    read, found = blocks("# Club\n\n## 1. Paths\n\nNobody came.\n\n## 2. Money\n\nNone.\n")
    items = [read.text[slice(*entry.span)] for entry in agenda_items(read.text, found)]
    assert items == ["## 1. Paths", "## 2. Money"]


def test_a_sentence_in_the_line_of_a_heading_is_not_of_the_agenda() -> None:
    read, found = blocks("# Club\n\n## 1. Paths. The board agreed to mend them.\n\nNobody came.\n")
    items = [read.text[slice(*entry.span)] for entry in agenda_items(read.text, found)]
    assert items == ["## 1. Paths."]

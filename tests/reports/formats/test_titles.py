from __future__ import annotations

import pytest

from qa.reports.formats.titles import own_title


@pytest.mark.parametrize(
    "remains",
    [
        None,
        "",
        " - ",
        "Microsoft Word - minutes3.doc",
        "untitled",
        "Untitled-2",
        "Document1",
        "minutes_final.docx",
        "C:\\temp\\x.pdf",
        "12/3",
        "Title",
    ],
)
def test_remains_are_no_title(remains: str | None) -> None:
    assert own_title(remains) is None


@pytest.mark.parametrize(
    "title",
    ["Harbour board, third meeting", "Documents of the board", "Procès-verbal n° 3", "Title IX"],
)
def test_a_title_is_one(title: str) -> None:
    assert own_title(f" {title}\n") == title

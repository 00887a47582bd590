from __future__ import annotations

import json

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import (
    CHARACTERS,
    HEADINGS,
    Document,
    LeftOut,
    Metadata,
    check_size,
    count_letters,
    from_json,
    to_json,
)
from qa.types import Section


def test_a_document_survives_json() -> None:
    document = Document(
        text="Fees\n\nThey rise. 🚤",
        said=Metadata("Board", "2023-03-14", url="https://example.org"),
        sections=(Section(0, 1, "Fees"),),
        pages=(0, 6),
        made="2023-03-15",
        margin="Bulletin",
        left_out=(LeftOut("navigation", 4, "Home"),),
        notes=("Page 2 is an image.",),
    )
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_letters_and_digits_are_counted() -> None:
    assert count_letters("Fees: 12 €, é 山") == 8


def test_the_kept_share_is_what_the_text_has_of_all() -> None:
    left_out = (LeftOut("navigation", 2), LeftOut("running headers", 2))
    assert Document(text="123456789 abc", left_out=left_out).kept == 12 / 16
    assert Document(text="abc").kept == 1
    assert Document(text="").kept == 1


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (Document(text="a" * (CHARACTERS + 1)), "5,000,001 characters"),
        (Document(text="a", sections=(Section(0, 1, "a"),) * (HEADINGS + 1)), "100,001 headings"),
    ],
)
def test_a_document_that_would_fill_the_memory_is_refused(document: Document, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        check_size(document)

from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.pdf.recognition import LANGUAGES, SECONDS
from qa.reports.formats.reading import limits_for, read_document, read_here
from tests.documents import docx

FEES = docx([("Normal", "Fees rise.")])


def test_it_is_the_same_here_and_in_another_process() -> None:
    assert read_here(FEES, ".docx") == read_document(FEES, ".docx")


@pytest.mark.parametrize("read", [read_here, read_document])
def test_content_that_lies_is_named_either_way(read: object) -> None:
    with pytest.raises(ReportError, match=r"a Word document, not what '\.pdf' says"):
        read(FEES, ".pdf")  # type: ignore[operator]


def test_recognition_may_take_longer() -> None:
    assert limits_for(".pdf", "eng")[0] == SECONDS > limits_for(".pdf", "")[0]


def test_the_languages_of_one_file_are_not_those_of_the_next() -> None:
    read_here(FEES, ".docx", "eng")
    assert LANGUAGES.get() == ""

from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import Document
from qa.reports.formats.guarded import read_guarded


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ReportError("The file is odd.", "Mend it."), r"The file is odd\. Mend it\."),
        (ImportError("lxml"), "A library is missing: lxml"),
        (RecursionError(), "nested too deeply"),
        (MemoryError(), "too much memory"),
        (KeyError("rId1"), "damaged: KeyError: 'rId1'"),
    ],
)
def test_every_error_is_a_reason_and_a_cure(error: Exception, message: str) -> None:
    def read(raw: bytes) -> Document:
        raise error

    with pytest.raises(ReportError, match=message):
        read_guarded(read, b"")


def test_what_can_be_read_is_read() -> None:
    assert read_guarded(lambda raw: Document(text=raw.decode()), b"Fees.") == Document(text="Fees.")

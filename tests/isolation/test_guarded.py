from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.isolation.guarded import guarded


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
    def read() -> str:
        raise error

    with pytest.raises(ReportError, match=message):
        guarded(read)


def test_what_can_be_read_is_read() -> None:
    assert guarded(lambda: "Fees.") == "Fees."

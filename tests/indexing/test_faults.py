from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.errors import PartMissingError, ReportError
from qa.indexing.faults import tried
from qa.reports import Failure


def _raising(error: BaseException) -> Callable[[], str]:
    def read() -> str:
        raise error

    return read


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ReportError("It is odd.", "Mend it."), "It is odd. Mend it."),
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (BaseException("a panic"), "It can't be read: BaseException: a panic."),
    ],
)
def test_what_a_file_raises_is_its_reason(error: BaseException, why: str) -> None:
    assert tried("a.md", _raising(error)) == Failure("a.md", why)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), PartMissingError("No Python.", "Mend.")])
def test_what_is_no_fault_of_a_file_ends_the_run(error: BaseException) -> None:
    with pytest.raises(type(error)):
        tried("a.md", _raising(error))


def test_what_is_read_is_given() -> None:
    assert tried("a.md", lambda: 3) == 3

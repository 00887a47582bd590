"""One file never stops the others: what is raised about it becomes its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from qa.errors import QAError, ReportError
from qa.reports import Failure, reason

T = TypeVar("T")
_ENDS = (KeyboardInterrupt, SystemExit, GeneratorExit)  # what is no fault of a file
_MOST = 300  # characters of a reason


def tried(source: str, read: Callable[[], T]) -> T | Failure:
    """What `read` gives, or why it can't.

    Raises:
        QAError: a part is missing, and no other file fares better.
    """
    try:
        return read()
    except (ReportError, OSError) as error:
        return Failure(source, reason(error))
    except (QAError, *_ENDS):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a library in Rust is no Exception
        why = f"It can't be read: {type(error).__name__}: {error}"
        return Failure(source, f"{why[:_MOST]}.")

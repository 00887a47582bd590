"""Readers' errors, whatever they are, as reasons and cures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from qa.errors import ReportError

T = TypeVar("T")
TOO_MUCH = ("Reading the file takes too much memory.", "Split it.")


def guarded(read: Callable[[], T]) -> T:
    """What `read` gives.

    Raises:
        ReportError: the file can't be read, whatever the reader or its library raised.
    """
    try:
        return read()
    except ReportError:
        raise
    except ImportError as error:
        raise ReportError(f"A library is missing: {error}.", "Install the project again.") from None
    except RecursionError:
        message = "The file's parts are nested too deeply."
        raise ReportError(message, "Save or print it anew.") from None
    except MemoryError:
        raise ReportError(*TOO_MUCH) from None
    except BaseException as error:  # noqa: BLE001 - a panic of a library in Rust is no Exception
        reason = f"The file is damaged: {type(error).__name__}: {error}"[:300]
        raise ReportError(f"{reason}.", "Open it in its program and save it again.") from None

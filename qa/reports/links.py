"""Where a path really leads: links may not carry a reader out of the folder of reports."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from qa.errors import ReportError


def check_inside(path: Path, folder: Path, *, outside: bool = False) -> None:
    """
    Raises:
        ReportError: `path` is a link, or below one, that leads out of `folder`, and `outside`
            doesn't allow it.
        OSError: it leads nowhere.
    """
    try:
        real = path.resolve(strict=True)
    except RuntimeError as error:  # before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
    if not outside and not real.is_relative_to(folder.resolve()):
        raise ReportError(
            "It is a link that leads outside the folder.",
            "Put the report itself there, or set follow_links_outside.",
        )


def read_regular(path: Path, most: int | None = None) -> bytes:
    """The bytes of an ordinary file: pipes and devices, which may never end, aren't opened.

    Raises:
        ReportError: it is no ordinary file, or has more than `most` bytes.
        OSError: it can't be read.
    """
    check_regular(path.stat(), most)
    # The file may have become a pipe meanwhile, whose opening would wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        check_regular(os.fstat(stream.fileno()), most)
        return stream.read()


def check_regular(about: os.stat_result, most: int | None = None) -> None:
    """
    Raises:
        ReportError: it is no ordinary file, or has more than `most` bytes.
    """
    if not stat.S_ISREG(about.st_mode):
        raise ReportError("It is no ordinary file.", "")
    if most is not None and about.st_size > most:
        raise ReportError(
            f"The file has {about.st_size:,} bytes.",
            f"At most {most:,} are read (setting report_bytes).",
        )

"""Lets the process keep the memory that a model computes in from one layer to the next.

glibc gives a freed block of a megabyte back to the system. The system clears each page of the next
block again. That was 10,000 pages for a question, a tenth of its time.
"""

from __future__ import annotations

import ctypes
import platform

# Numbers of mallopt(3), and bytes. What the layers of a batch make is far below.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT = 256 << 20
_LARGE = 32 << 20


def keep() -> bool:
    """Have malloc keep what is freed, up to 256 MB for each arena. False if it isn't glibc's."""
    if platform.libc_ver()[0] != "glibc":
        return False
    libc = ctypes.CDLL(None)
    return bool(libc.mallopt(_MMAP_THRESHOLD, _LARGE) and libc.mallopt(_TRIM_THRESHOLD, _KEPT))

"""What the figures were measured on, in one line."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def threads() -> int:
    """The cores that this process may use, which `taskset` and containers make fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def describe(dtype: str) -> str:
    """Machine, cores, threads, precision and load."""
    from qa.inference import pick_dtype

    return (
        f"{_processor()}, {os.cpu_count()} cores; each system with {threads()} thread(s); "
        f"{pick_dtype(dtype)}, the peers float32; load at the start {os.getloadavg()[0]:.1f}."
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())

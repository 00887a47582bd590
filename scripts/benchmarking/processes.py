"""Runs a process to its end, and says what it used."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from scripts.benchmarking.machine import threads

Command: TypeAlias = Sequence[str | Path]

ROOT = Path(__file__).resolve().parent.parent.parent


class ProbeError(Exception):
    """A process that failed; the message is the last line that it wrote."""


@dataclass(frozen=True, slots=True)
class Ended:
    """`peak_mb` is the largest resident size of the process, or of a child that it waited for."""

    figures: Mapping[str, Any]
    printed: str
    seconds: float
    peak_mb: float


def environment() -> dict[str, str]:
    """The same for each system: offline, and one number of threads in every library.

    Of our settings only QA_DTYPE is handed on.
    """
    count = str(threads())
    offline = dict.fromkeys(("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"), "1")
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
    ours = dict.fromkeys(("QA_TORCH_THREADS", "QA_READER_THREADS"), count)
    clean = {
        key: value
        for key, value in os.environ.items()
        if key == "QA_DTYPE" or not key.startswith("QA_")
    }
    return {
        **clean,
        **offline,
        **dict.fromkeys(names, count),
        **ours,
        "PYTHONDONTWRITEBYTECODE": "1",
        "BENCHMARK_STARTED": repr(time.time()),
    }


def run(command: Command, figures: Path | None = None) -> Ended:
    """
    Raises:
        ProbeError: it ended with another status than 0.
    """
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [str(part) for part in command], stdout=out, stderr=errors, cwd=ROOT, env=environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        out.seek(0)
        errors.seek(0)
        printed, complaint = out.read(), errors.read()
    if process.returncode:
        lines = (complaint or printed).strip().splitlines() or ["no message"]
        raise ProbeError(f"{lines[-1][:300]} (status {process.returncode})")
    found = json.loads(figures.read_text()) if figures else {}
    return Ended(found, printed, seconds, usage.ru_maxrss / 1024)

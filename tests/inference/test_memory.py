from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# What a layer makes and gives back, by a thread with an arena of its own.
_FAULTS = """
import resource, sys, threading, torch
from qa.inference import memory

def work():
    for _ in range(20):
        blocks = [torch.ones(500_000) for _ in range(10)]
        del blocks

def faults():
    thread = threading.Thread(target=lambda: (work(), counted.append(usage()), work()))
    counted = []
    usage = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    thread.start()
    thread.join()
    return usage() - counted[0]

if sys.argv[1] == "keep":
    assert memory.keep()
print(faults())
"""


def _faults(how: str) -> int:
    command = [sys.executable, "-c", _FAULTS, how]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_freed_memory_is_used_again_without_asking_the_system() -> None:
    given_back, kept = _faults("leave"), _faults("keep")
    assert kept < given_back / 10

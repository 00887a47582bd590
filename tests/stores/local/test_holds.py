from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from qa.stores.local.holds import hold, is_held

_HOLD = """
import sys
from pathlib import Path
from qa.stores.local.holds import hold
descriptor = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def _release(descriptor: int | None) -> None:
    assert descriptor is not None
    os.close(descriptor)


def test_a_folder_is_held_until_the_last_one_lets_go(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    first, second = hold(tmp_path), hold(tmp_path)
    assert is_held(tmp_path)
    _release(first)
    assert is_held(tmp_path)
    _release(second)
    assert not is_held(tmp_path)


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        assert is_held(tmp_path)
        process.kill()
    assert not is_held(tmp_path)


def test_what_is_not_there_is_not_held(tmp_path: Path) -> None:
    assert hold(tmp_path / "none") is None
    assert not is_held(tmp_path / "none")

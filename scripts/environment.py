"""Makes the environment in `.venv` that the other scripts run in. Standard library only."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "scripts" / "constraints.txt"
OLDEST = (3, 11)


def ensure(extra: str = "") -> Path:
    """The environment's `bin` folder, with what is pinned installed; instant the second time.

    `extra` is the name of optional dependencies, such as `test`.
    """
    _need_python()
    with _alone():
        stamp = VENV / "installed.json"
        done = json.loads(stamp.read_text()) if stamp.exists() else {}
        state = _state()
        if done.get("state") != state or extra not in done.get("extras", []):
            if done.get("python") != sys.version or not (VENV / "bin" / "python").exists():
                done = {}
                _create()
            extras = sorted({*done.get("extras", []), "", extra})
            _install([name for name in extras if name])
            stamp.write_text(json.dumps({"state": state, "python": sys.version, "extras": extras}))
    return VENV / "bin"


def has_bfloat16_units(processor: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether this processor computes bfloat16 fast, as Linux tells it."""
    told = processor.read_text(encoding="utf-8") if processor.exists() else ""
    return bool({"avx512_bf16", "amx_bf16"} & set(told.split()))


def _need_python() -> None:
    """Go on under a newer Python if this one is too old and there is one."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(19, OLDEST[1] - 1, -1):
        if newer := shutil.which(f"python3.{minor}"):
            os.execv(newer, [newer, *sys.argv])
    sys.exit(f"Python {'.'.join(map(str, OLDEST))} or newer is needed; this is {sys.version}.")


def _state() -> str:
    digest = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _create() -> None:
    print(f"Making the environment {VENV} …", flush=True)
    # Without the lock's own folder, which is held open meanwhile.
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit("Python can't make environments here; on Debian: apt-get install python3-venv")


def _install(extras: list[str]) -> None:
    print("Installing what the project needs; the first time takes some minutes …", flush=True)
    what = str(ROOT) + (f"[{','.join(extras)}]" if extras else "")
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    options = ["--quiet", "--constraint", str(CONSTRAINTS), "--editable", what]
    if subprocess.call([*pip, "install", *options]):
        sys.exit("The installation failed; what pip says is above. Run this again to go on.")


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time, so that two starts don't install over each other."""
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

"""Meeting QA, run as its users run it: processes of its own, each with a home of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.benchmarking.processes import Command, ProbeError, environment, run

_MODULE = "scripts.benchmarking.our_probe"
_ADDRESS = re.compile(r"ready: (http://\S+)")
_QUESTION = "Who chaired the session?"
_ANSWER_S = 300


def run_ours(reports: Path, questions: Path, work: Path) -> Mapping[str, Any]:
    """The figures of one run; `work` is an empty folder, and `reports` is left as it is.

    Raises:
        ProbeError: a process of ours failed.
    """
    folder, home, found = work / "reports", work / "home", work / "figures.json"
    shutil.copytree(reports, folder)
    ended = _probe("run", home, found, folder, questions)
    return {**ended, **_starts(home)}


def run_full(home: Path, work: Path, repeat: int) -> list[Mapping[str, Any]]:
    """The same on copies of a full index and of its folder; neither is changed.

    Raises:
        ProbeError: a process of ours failed.
    """
    from qa.parts import last_origin
    from qa.settings import Settings

    origin = last_origin(Settings.load(home=home))
    if origin is None:
        raise ProbeError(f"{home} holds no index.")
    copy, folder, found = work / "home", work / "reports", work / "figures.json"
    shutil.copytree(home, copy, ignore=shutil.ignore_patterns("index.lock", "index.pid"))
    shutil.copytree(origin.folder, folder)
    catalogue = ("--catalogue", origin.catalogue) if origin.catalogue else ()
    run([_qa(), "index", folder, "--home", copy, *catalogue])
    runs: list[Mapping[str, Any]] = []
    for _ in range(repeat):
        began = time.perf_counter()
        run([_qa(), "index", "--home", copy])
        idle = time.perf_counter() - began
        added = _probe("add", copy, found, folder, folder)
        runs.append({**added, "idle_s": idle, **_starts(copy)})
    return runs


def _probe(mode: str, home: Path, found: Path, folder: Path, questions: Path) -> dict[str, Any]:
    command: Command = [sys.executable, "-m", _MODULE, mode, home, found, folder, questions]
    ended = run(command, found)
    return {**ended.figures, "peak_mb": ended.peak_mb}


def _starts(home: Path) -> Mapping[str, Any]:
    search = run([_qa(), "search", _QUESTION, "--home", home])
    return {"start_s": search.seconds, "serving_mb": search.peak_mb, "serve_s": _serve(home)}


def _serve(home: Path) -> float:
    """Seconds from the start of `qa serve` until an answer has come over HTTP."""
    began = time.perf_counter()
    with serving(home) as address:
        post(address, _QUESTION)
        return time.perf_counter() - began


@contextmanager
def serving(home: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a server on the index in `home`; `settings` go into its environment.

    Raises:
        ProbeError: it ended before it was ready.
    """
    command = [_qa(), "serve", "--port", "0", "--home", str(home)]
    given = {**environment(), **(settings or {})}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=given
    ) as server:
        try:
            assert server.stdout
            said = (_ADDRESS.search(line) for line in server.stdout)
            if not (ready := next(filter(None, said), None)):
                raise ProbeError("qa serve ended before it was ready.")
            yield ready[1]
        finally:
            server.terminate()


def post(address: str, question: str) -> Any:
    """The answer of the server.

    Raises:
        OSError: it can't be reached, or refuses.
    """
    request = urllib.request.Request(
        f"{address}/api/answer",
        json.dumps({"question": question}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=_ANSWER_S) as response:
        return json.load(response)


def _qa() -> str:
    return str(Path(sys.executable).with_name("qa"))

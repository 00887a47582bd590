"""Clients ask without a pause while reports come, change and go, and while indexes are swapped.

Once with `qa serve` and `qa index` as they ship; once with the embedder of the tests and a reader
without a model in their place, so that there are many swaps in a short time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from qa.reports.report_file import report_id
from tests.paths import PROJECT
from tests.web.conftest import QA, serving
from tests.web.test_server import get, post

pytestmark = pytest.mark.slow
_SERVE = """
import sys
from pathlib import Path
from qa.assistant import Assistant
from qa.parts import open_store
from qa.indexing.rebuilding import rebuild
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from tests.embedders import HashEmbedder
from web import create_app
from web.listening import listen
from web.rebuild import Rebuild

settings = Settings(home=Path(sys.argv[1]), port=0)
parts = HashEmbedder(), open_store(settings, HashEmbedder()), SentenceReader(0.3)
app = create_app(settings, Assistant(settings, *parts))
app.extensions["rebuild"] = Rebuild(
    lambda advance: rebuild(settings, on_progress=advance, embedder=HashEmbedder(), patience=60)
)
server = listen(app, settings)
print(server.port, flush=True)
server.run()
"""
_INDEX = """
import sys
from pathlib import Path
from qa.indexing.rebuilding import rebuild
from qa.settings import Settings
from tests.embedders import HashEmbedder

settings = Settings(home=Path(sys.argv[1]), passage_tokens=int(sys.argv[2]))
rebuild(settings, Path(sys.argv[3]), embedder=HashEmbedder())
"""
CLIENTS, SECONDS = 8, 5
TOWNS = ("Brackwell", "Ostmere", "Tarnhope", "Culverby", "Wexcombe", "Glenfarrow")


class Versions:
    """Every text that a report ever had, by the id that the text has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}

    def write(self, town: str, version: int) -> str:
        """Noted first, so that no client sees what isn't noted; the report's id."""
        text = self.note(town, version)
        new = self.folder / f".{town}"
        new.write_text(text, encoding="utf-8")
        new.replace(self.folder / f"{town}.md")
        return report_id(text)

    def note(self, town: str, version: int) -> str:
        text = f"# Council of {town}\n\nThe council of {town} met again. " + (
            f"The harbour fees of {town} rise by {version} per cent.\n\n" * 3
        )
        self.texts[report_id(text)] = text
        return text


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    """A folder with a report of each town."""
    folder = tmp_path / "reports"
    folder.mkdir()
    versions = Versions(folder)
    for number, town in enumerate(TOWNS):
        versions.write(town, number)
    return versions


@pytest.fixture(params=[False, True], ids=["quick", "shipped"])
def shipped(request: pytest.FixtureRequest) -> bool:
    """Whether the models are those that ship."""
    return bool(request.param)


@pytest.fixture
def server(tmp_path: Path, versions: Versions, shipped: bool) -> Iterator[str]:
    """The address of a server in a process of its own, which must not log a traceback."""
    _index(tmp_path / "home", versions, 256, shipped)
    with serving(tmp_path / "home") if shipped else _serving_quick(tmp_path / "home") as address:
        yield address


@contextmanager
def _serving_quick(home: Path) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(home)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()
            _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors


def _index(home: Path, versions: Versions, passage_tokens: int, shipped: bool) -> None:
    quick = [sys.executable, "-c", _INDEX, str(home), str(passage_tokens), str(versions.folder)]
    command = [*QA, "--home", str(home), "index", str(versions.folder)] if shipped else quick
    settings = {**os.environ, "QA_PASSAGE_TOKENS": str(passage_tokens)}
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env=settings)


def test_no_request_fails_while_the_index_lives(
    server: str, tmp_path: Path, versions: Versions, shipped: bool
) -> None:
    done = threading.Event()
    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(_ask_until, done, server, versions, n) for n in range(CLIENTS)]
        try:
            rounds = _change(server, tmp_path / "home", versions, shipped)
        finally:
            done.set()
        answered = [client.result() for client in clients]
    assert rounds > 0
    assert min(answered) > 0
    print(f"{sum(answered)} citations checked in {rounds} rounds")


def _ask_until(done: threading.Event, server: str, versions: Versions, first: int) -> int:
    """Ask, and check each citation in the text that the report had; how many there were."""
    towns, checked = cycle(TOWNS[first % len(TOWNS) :] + TOWNS), 0
    while not (done.is_set() and checked):
        question = f"By how much do the harbour fees of {next(towns)} rise?"
        for citation in post(server, "/api/answer", {"question": question})["citations"]:
            _check(server, citation, versions)
            checked += 1
    return checked


def _check(server: str, citation: dict[str, Any], versions: Versions) -> None:
    text = versions.texts[citation["report_id"]]
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    try:
        served = get(server, f"/api/reports/{citation['report_id']}")["text"]
    except urllib.error.HTTPError as error:
        with error:
            if error.code != 404:  # which it is if it was replaced or removed meanwhile
                raise
    else:
        assert served == text


def _change(server: str, home: Path, versions: Versions, shipped: bool) -> int:
    """Add, change and remove reports, and swap the whole index, for some time."""
    until, rounds = time.monotonic() + SECONDS, 0
    while time.monotonic() < until or not rounds:
        rounds += 1
        _add(server, "Newholm", versions.note("Newholm", rounds))
        versions.write(TOWNS[rounds % len(TOWNS)], 100 + rounds)
        post(server, "/api/index", {})
        _wait(server)
        _remove(server, "Newholm.md")
        _wait(server)
        # Another split, which this server doesn't follow, then its own again, which it does.
        _index(home, versions, 64, shipped)
        versions.write(TOWNS[-1], 200 + rounds)
        _index(home, versions, 256, shipped)
        assert _ids(server) <= set(versions.texts)
    return rounds


def _add(server: str, town: str, text: str) -> None:
    body = (
        "--part\r\nContent-Disposition: form-data; name=file; "
        f'filename="{town}.md"\r\n\r\n{text}\r\n--part--\r\n'
    ).encode()
    headers = {"Content-Type": "multipart/form-data; boundary=part", "X-Meeting-QA": "1"}
    request = urllib.request.Request(f"{server}/api/files", body, headers)
    with urllib.request.urlopen(request, timeout=60) as response:
        assert json.load(response)["files"][0]["status"] == "stored"
    _wait(server)


def _remove(server: str, source: str) -> None:
    (found,) = (r for r in get(server, "/api/reports")["reports"] if r["source"] == source)
    request = urllib.request.Request(f"{server}/api/reports/{found['id']}", method="DELETE")
    with urllib.request.urlopen(request, timeout=60) as response:
        assert json.load(response)["removed"] == [source]


def _wait(server: str) -> None:
    """Until the rebuild has ended, as the stream tells it."""
    with urllib.request.urlopen(f"{server}/api/index/stream", timeout=60) as response:
        last = json.loads(response.read().decode().strip().rsplit("data: ", 1)[1])
    assert last["state"] == "idle", last


def _ids(server: str) -> set[str]:
    return {report["id"] for report in get(server, "/api/reports")["reports"]}

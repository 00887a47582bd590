"""A small application in this process, the real server with the real model in another, Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from qa import Assistant, Settings
from qa.indexing.rebuilding import rebuild
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from qa.stores.local import LocalStore, Manifest
from scripts.chromium import WIDE, open_browser
from tests.documents import PROSE, Pdf
from tests.embedders import HashEmbedder
from tests.paths import PROJECT
from tests.samples import MINUTES, index_folder
from tests.web.browser import visit
from web import create_app
from web.listening import listen
from web.rebuild import Rebuild

HOSTILE = "# Notes\n\n<script>alert(1)</script> <img src=x onerror=alert(2)> Ms Oyelaran spoke.\n"
QA = [sys.executable, "-c", "from qa.cli import main; main()"]


@pytest.fixture
def reports() -> dict[str, str]:
    """The texts that the small application holds, by file."""
    return {"harbour.md": MINUTES, "hostile.md": HOSTILE}


@pytest.fixture
def assistant(tmp_path: Path, reports: dict[str, str]) -> Iterator[Assistant]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in reports.items():
        (folder / name).write_text(text, encoding="utf-8")
    manifest = Manifest("hash", "test")
    writer = LocalStore(tmp_path / "home", manifest, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path / "home", manifest)
    settings = Settings(home=tmp_path / "home")
    yield Assistant(settings, HashEmbedder(), store, SentenceReader(settings.refuse_below))
    store.close()


@pytest.fixture
def app(assistant: Assistant) -> Flask:
    return create_app(assistant=assistant)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def living_folder(tmp_path: Path) -> Path:
    """One report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nAda Berg chaired the board.\n")
    return folder


@pytest.fixture
def living_app(tmp_path: Path, living_folder: Path) -> Iterator[Flask]:
    """An application whose rebuild is the real one, with the embedder of the tests."""
    settings = Settings(home=tmp_path / "home", report_bytes=1000)
    rebuild(settings, living_folder, embedder=HashEmbedder())
    store = open_store(settings, HashEmbedder())
    app = create_app(settings, Assistant(settings, HashEmbedder(), store, SentenceReader(0.3)))
    app.extensions["rebuild"] = Rebuild(
        lambda advance: rebuild(settings, on_progress=advance, embedder=HashEmbedder())
    )
    yield app
    app.extensions["rebuild"].wait()
    store.close()


@pytest.fixture
def small_server(app: Flask) -> Iterator[str]:
    """The address of the small application."""
    with served(app) as address:
        yield address


@contextmanager
def served(app: Flask, port: int = 0) -> Iterator[str]:
    """The address of an application in this process; no request outlives it.

    One that did would read from a store that is closed meanwhile, which SQLite doesn't survive.
    """
    settings = app.extensions["library"].settings
    listening = listen(app, settings.model_copy(update={"port": port}))
    thread = threading.Thread(target=listening.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.port}"
    finally:
        listening.stop()
        thread.join()
        listening.close()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own reports as a user's, indexed by the console script with the real model."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(PROJECT / "corpus" / "reports", home / "reports")
    subprocess.run(
        [*QA, "--home", str(home), "index"],
        check=True,
        capture_output=True,
    )
    return home


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[str]:
    """The address of `qa serve`."""
    with serving(home) as address:
        yield address


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """`qa serve` in a process of its own, which must end without a traceback."""
    with subprocess.Popen(
        [*QA, "--home", str(home), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        found = (re.search(r"http://[\d.]+:\d+", line) for line in lines)
        try:
            yield next(match[0] for match in found if match)
        finally:
            process.terminate()
            _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors
    assert process.returncode == 0


ROWS = """# Fees

## Mooring

### Boats

| Boat | Fee |
|---|---:|
| Aurora | 120 |
| Petrel | 90 |

## Lamps

Operating account | 82,483

Business account | 2,319
"""


@pytest.fixture(scope="session")
def paged_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a PDF and of tables."""
    folder, home = tmp_path_factory.mktemp("paged"), tmp_path_factory.mktemp("home")
    pdf = Pdf().page().prose(PROSE, 60).prose("The lamps of the pier were then lit by", 250)
    pdf.page().prose("the keeper and her son alone.", 20).line("Mooring fees rise.", 150)
    (folder / "board.pdf").write_bytes(pdf.raw())
    (folder / "rows.md").write_text(ROWS, encoding="utf-8")
    rebuild(Settings(home=home), folder, embedder=HashEmbedder())
    return home


@pytest.fixture
def paged_server(paged_home: Path) -> Iterator[str]:
    """The address of an application with them, which keeps what is asked."""
    settings = Settings(home=paged_home, insight=True, insight_questions=True)
    store = open_store(settings, HashEmbedder())
    assistant = Assistant(settings, HashEmbedder(), store, SentenceReader(0.3))
    with served(create_app(settings, assistant)) as address:
        yield address
    store.close()


@pytest.fixture
def paged_page(browser: Browser, paged_server: str, options: dict[str, Any]) -> Iterator[Page]:
    """A new visitor of that application."""
    with visit(browser, paged_server, **options) as page:
        yield page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def options() -> dict[str, Any]:
    """What is special about the visitor's browser: size, colours, motion, permissions."""
    return {"viewport": WIDE}


@pytest.fixture
def page(browser: Browser, server: str, options: dict[str, Any]) -> Iterator[Page]:
    """A new visitor of the project's own reports."""
    with visit(browser, server, **options) as page:
        yield page


@pytest.fixture
def small_page(browser: Browser, small_server: str, options: dict[str, Any]) -> Iterator[Page]:
    """A new visitor of the small application."""
    with visit(browser, small_server, **options) as page:
        yield page

"""A small application in this process, and the real server with the real model in another."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from qa import Assistant, Settings
from qa.local_store import LocalStore, Manifest
from qa.sentence_reader import SentenceReader
from qa.settings import PROJECT
from tests.embedders import HashEmbedder
from tests.samples import MINUTES, index_folder
from web import create_app

HOSTILE = "# Notes\n\n<script>alert(1)</script> <img src=x onerror=alert(2)> Ms Oyelaran spoke.\n"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harbour.md").write_text(MINUTES, encoding="utf-8")
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
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


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own reports, indexed by the console script with the real model."""
    home = tmp_path_factory.mktemp("home")
    subprocess.run(
        [*QA, "--home", str(home), "index", str(PROJECT / "corpus" / "reports")],
        check=True,
        capture_output=True,
    )
    return home


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[str]:
    """The address of `qa serve`."""
    with subprocess.Popen(
        [*QA, "--home", str(home), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        found = (re.search(r"http://[\d.]+:\d+", line) for line in lines)
        yield next(match[0] for match in found if match)
        process.terminate()
        _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors
    assert process.returncode == 0


QA = [sys.executable, "-c", "from qa.cli import main; main()"]

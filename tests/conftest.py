"""Fixtures of all tests."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.contracts", "tests.filter_contract", "tests.web.browser")
# Read when the model libraries are imported: tests never reach out to the network.
os.environ["HF_HUB_OFFLINE"] = "1"
# The larger reader takes a second for a question. What tests it asks for it.
SMALL = "QA_READER_SIZE"
os.environ[SMALL] = "small"

from qa.inference.embedding import SentenceTransformerEmbedder  # noqa: E402
from tests.embedders import HashEmbedder  # noqa: E402
from tests.postgres import running_server  # noqa: E402

settings.register_profile("default", deadline=None, max_examples=50)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=25)
settings.load_profile("ci" if "CI" in os.environ else "default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits longest for its set-up comes first: then no worker is left with it at the end."""
    items.sort(key=lambda item: "server" not in getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests don't count."""
    for name in [n for n in os.environ if n.startswith("QA_") and n != SMALL]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _no_leaks() -> Iterator[None]:
    """A test that leaves a thread or an open database behind fails."""
    before = _threads(), _open_databases()
    yield
    threads, databases = _threads() - before[0], _open_databases() - before[1]
    assert not threads, f"left running: {threads}"
    assert not databases, f"left open: {databases}"


@pytest.fixture
def hash_embedder() -> HashEmbedder:
    return HashEmbedder()


@pytest.fixture(scope="session")
def real_embedder() -> SentenceTransformerEmbedder:
    """The packaged model, loaded once."""
    return SentenceTransformerEmbedder()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database, on a server for all tests of this process."""
    with running_server(tmp_path_factory.mktemp("postgres")) as address:
        yield address


def _threads() -> set[threading.Thread]:
    """But for the reader's, which wait for the next question until their model is gone."""
    every = (thread for thread in threading.enumerate() if not thread.daemon)
    return {thread for thread in every if not thread.name.startswith("reader")}


def _open_databases() -> set[str]:
    """Linux lists a process's open files; elsewhere nothing is seen."""
    names = set()
    for descriptor in Path("/proc/self/fd").glob("*"):
        try:
            name = str(descriptor.readlink())
        except OSError:  # closed meanwhile: the one of the listing itself
            continue
        if name.removesuffix(" (deleted)").endswith((".db", ".db-wal")):
            names.add(f"{descriptor.name}: {name}")
    return names

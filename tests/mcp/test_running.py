"""`qa mcp` as agents start it, asked by the official client over both transports."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from qa.assistant import Assistant
from qa.errors import SettingsError
from qa.indexing.rebuilding import rebuild
from qa.mcp.running import serve_http
from qa.settings import Settings
from tests.samples import MINUTES

QUESTION = "What will the dredging survey cost?"
_MAIN = "import warnings; warnings.simplefilter('ignore'); from qa.cli import main; main()"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("mcp")
    (home / "reports").mkdir()
    (home / "reports" / "harbour.md").write_text(MINUTES)
    (home / "settings.toml").write_text('reader = "sentence"\npublic_url = "https://a.example"\n')
    rebuild(Settings.load(home=home))
    return home


@pytest.fixture(scope="module")
def answer(home: Path) -> tuple[Any, ...]:
    """The answer and its citations' quotes, as the assistant gives them here."""
    with closing(Assistant.open(Settings.load(home=home))) as assistant:
        found = assistant.ask(QUESTION)
    return found.answer, [cited.quote for cited in found.citations]


def _arguments(home: Path, *more: str) -> list[str]:
    return ["-c", _MAIN, "--home", str(home), "mcp", *more]


def _asked(server: StdioServerParameters | str) -> tuple[Any, ...]:
    async def run() -> tuple[Any, ...]:
        async with Client(server) as client:
            assert (await client.list_tools()).tools
            told = (await client.call_tool("ask", {"question": QUESTION})).structured_content
        assert told
        assert all(one["url"].startswith("https://a.example/#/reports/") for one in told["sources"])
        return told["answer"]["answer"], [one["quote"] for one in told["answer"]["citations"]]

    return asyncio.run(run())


@pytest.mark.slow
def test_the_official_client_gets_the_answer_over_standard_input(
    home: Path, answer: tuple[Any, ...]
) -> None:
    command = StdioServerParameters(command=sys.executable, args=_arguments(home))
    assert _asked(command) == answer


@pytest.mark.slow
def test_the_official_client_gets_the_answer_over_http(home: Path, answer: tuple[Any, ...]) -> None:
    with _serving(home) as address:
        assert _asked(address) == answer


@contextmanager
def _serving(home: Path) -> Iterator[str]:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, *_arguments(home, "--http", "--port", str(port))]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        address = f"http://127.0.0.1:{port}/mcp"
        try:
            _wait_for("127.0.0.1", port)
            yield address
        finally:
            process.terminate()
            _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors
    assert address in errors


def _wait_for(host: str, port: int) -> None:
    import socket
    import time

    for _ in range(600):
        try:
            socket.create_connection((host, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server doesn't listen.")


def test_an_open_address_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="QA_ALLOWED_HOSTS"):
        serve_http(Settings(home=tmp_path, host="0.0.0.0"), print)

"""The console script, run as users run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.console import qa
from tests.paths import PROJECT

QUESTIONS = PROJECT / "corpus" / "questions.jsonl"


def test_doctor_finds_a_sound_installation(home: Path) -> None:
    run = qa("--home", home, "doctor")
    assert run.exit_code == 0
    assert "BAD" not in run.output
    assert "1 reports" in run.output


@pytest.mark.parametrize("command", [["ask", "x"], ["search", "x"], ["evaluate", QUESTIONS]])
def test_without_an_index_the_cure_is_named(tmp_path: Path, command: list[object]) -> None:
    run = qa("--home", tmp_path / "none", *command)
    assert run.exit_code == 1
    assert "Run: qa index FOLDER" in run.output
    assert "Traceback" not in run.output


@pytest.mark.parametrize(
    "command",
    [["ask", ""], ["ask", "x" * 5000], ["index", "/no/such/folder"], ["evaluate", "none.jsonl"]],
)
def test_bad_input_is_told_in_words(home: Path, command: list[object]) -> None:
    run = qa("--home", home, *command)
    assert run.exit_code == 1
    assert run.output.startswith("Error: ")


@pytest.mark.parametrize(
    "command", [["-c", "import qa"], ["-c", "from qa.cli import main; main(['--help'])"]]
)
def test_start_up_loads_nothing_heavy(command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines()}
    assert not loaded & {"torch", "numpy", "faiss", "pydantic", "flask", "transformers"}

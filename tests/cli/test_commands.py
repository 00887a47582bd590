"""The console script, run as users run it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qa.cli.commands import main
from qa.settings import PROJECT

QUESTIONS = PROJECT / "corpus" / "questions.jsonl"


def qa(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nAda Berg chaired the board.\n")
    (folder / "broken.txt").write_bytes(b"\0\1\2")
    return folder


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    assert qa("--home", tmp_path / "home", "index", folder).exit_code == 0
    return tmp_path / "home"


def test_index_says_what_it_did(tmp_path: Path, folder: Path) -> None:
    run = qa("index", folder, "--home", tmp_path / "home", "--json")
    outcome = json.loads(run.output)
    assert outcome["added"] == ["a.md"]
    assert [failure["source"] for failure in outcome["failed"]] == ["broken.txt"]
    assert "binary" in outcome["failed"][0]["reason"]


def test_a_second_index_finds_all_unchanged_and_the_folder_again(home: Path, folder: Path) -> None:
    outcome = json.loads(qa("--home", home, "index", "--json").output)
    assert outcome["folder"] == str(folder)
    assert (outcome["added"], outcome["unchanged"]) == ([], 1)


def test_ask_prints_the_answer_and_its_place(home: Path) -> None:
    run = qa("--home", home, "ask", "Who chaired the board?")
    assert run.output.startswith("Ada Berg\n")
    assert "«Ada Berg chaired the board.»" in run.output
    assert "[1] Board · 2021-05-03 · a.md" in run.output


def test_ask_says_when_it_is_not_in_the_reports(home: Path) -> None:
    run = qa("--home", home, "ask", "Who won the football cup in Tromsø?")
    assert run.output.startswith("Not in the reports.\n")


def test_search_shows_scores_and_ranks(home: Path) -> None:
    run = qa("--home", home, "search", "board", "-k", 1)
    assert "dense 1, lexical 1" in run.output
    assert json.loads(qa("--home", home, "search", "board", "--json").output)["evidence"]


def test_evaluate_measures_each_type(home: Path) -> None:
    report = json.loads(qa("--home", home, "evaluate", QUESTIONS, "--json").output)
    assert report["overall"]["questions"] == 56
    assert report["by_type"]["conversation"]["questions"] == 4
    assert len(report["questions"]) == 60
    table = qa("--home", home, "evaluate", QUESTIONS, "--retrieval", "lexical", "--misses").output
    assert "refusal_precision" in table
    assert "corpus-01: " in table


def test_doctor_finds_a_sound_installation(home: Path) -> None:
    run = qa("--home", home, "doctor")
    assert run.exit_code == 0
    assert "BAD" not in run.output
    assert "1 reports" in run.output


def test_restore_puts_the_index_before_back(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = qa("--home", home, "restore")
    assert run.exit_code == 1
    assert "No earlier index" in run.output
    (folder / "b.md").write_text("Dues fall.")
    monkeypatch.setenv("QA_PASSAGE_TOKENS", "128")
    assert qa("--home", home, "index").exit_code == 0
    monkeypatch.delenv("QA_PASSAGE_TOKENS")
    assert "edition-000003 (in use): 1 reports" in qa("--home", home, "restore").output
    assert json.loads(qa("--home", home, "index", "--json").output)["added"] == ["b.md"]


@pytest.mark.slow
def test_watching_follows_the_folder_until_it_is_interrupted(home: Path, folder: Path) -> None:
    command = "from qa.cli import main; main()"
    arguments = ["--home", str(home), "index", "--watch", "--json"]
    with subprocess.Popen(
        [sys.executable, "-c", command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["unchanged"] == 1
        (folder / "b.md").write_text("Dues fall.")
        assert json.loads(process.stdout.readline())["added"] == ["b.md"]
        (folder / "b.md").rename(folder / "c.md")
        renamed = json.loads(process.stdout.readline())["renamed"]
        assert renamed == [{"old": "b.md", "new": "c.md"}]
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors == "Stopped.\n"


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

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.console import qa


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


def test_without_reports_the_ways_on_are_named(tmp_path: Path) -> None:
    run = qa("--home", tmp_path / "new", "index")
    assert run.exit_code == 1
    assert "qa index --demo" in run.output


def test_a_folder_and_the_demo_are_not_indexed_together(home: Path, folder: Path) -> None:
    run = qa("--home", home, "index", folder, "--demo")
    assert run.exit_code == 2
    assert "not both" in run.output

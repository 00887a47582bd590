from __future__ import annotations

import json
from pathlib import Path

from tests.cli.console import qa


def test_ask_prints_the_answer_and_its_place(home: Path) -> None:
    run = qa("--home", home, "ask", "Who chaired the board?")
    assert run.output.startswith("Ada Berg\n")
    assert "«Ada Berg chaired the board.»" in run.output
    assert "[1] Board · 2021-05-03 · a.md" in run.output


def test_ask_says_when_it_is_not_in_the_reports(home: Path) -> None:
    run = qa("--home", home, "ask", "Who won the football cup in Tromsø?")
    assert run.output.startswith("No sure answer found.\n")


def test_search_shows_scores_and_ranks(home: Path) -> None:
    run = qa("--home", home, "search", "board", "-k", 1)
    assert "dense 1, lexical 1" in run.output
    assert json.loads(qa("--home", home, "search", "board", "--json").output)["evidence"]

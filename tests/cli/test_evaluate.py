from __future__ import annotations

import json
from pathlib import Path

from tests.cli.console import qa
from tests.paths import PROJECT

QUESTIONS = PROJECT / "corpus" / "questions.jsonl"


def test_evaluate_measures_each_type(home: Path) -> None:
    report = json.loads(qa("--home", home, "evaluate", QUESTIONS, "--json").output)
    assert report["overall"]["questions"] == 56
    assert report["by_type"]["conversation"]["questions"] == 4
    assert len(report["questions"]) == 60
    table = qa("--home", home, "evaluate", QUESTIONS, "--retrieval", "lexical", "--misses").output
    assert "refusal_precision" in table
    assert "corpus-01: " in table

"""No pattern of the package hangs on any text."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.hostile import hostile, named_patterns
from tests.paths import PROJECT


def test_no_pattern_tries_all_ways() -> None:
    command = [sys.executable, "-m", "tests.hostile"]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.stdout.splitlines()[-1:] == ["done"], run.stderr  # else the pattern that hangs


def test_patterns_in_tables_are_found() -> None:
    names = " ".join(named_patterns())
    assert "qa.questions.kind_rows.ROWS" in names or "qa.questions.ROWS" in names
    assert "qa.meetings.proceedings.office_labels.LABELS" in names


def test_what_is_repeated_is_hard_in_each_of_its_ways() -> None:
    texts = list(hostile(re.compile(r"it was (?:\w+ly |duly |then )*agreed")))
    assert any(text.startswith("it was duly duly duly") for text in texts)
    assert any(text.startswith("it was then then then") for text in texts)

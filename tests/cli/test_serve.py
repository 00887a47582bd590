from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

_MAIN = "from qa.cli import main; main()"


@pytest.mark.slow
def test_an_index_is_brought_up_to_date_before_serving(home: Path, folder: Path) -> None:
    (folder / "b.md").write_text("# Dues\n\nDues fall.\n")
    arguments = ["--home", str(home), "serve", "--index", "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", _MAIN, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        told = []
        for line in process.stdout:
            told.append(line)
            if re.search(r"http://[\d.]+:\d+", line):
                break
        process.terminate()
        _, errors = process.communicate(timeout=30)
    assert any(line.split() == ["b.md"] for line in told), told
    assert "Traceback" not in errors

from __future__ import annotations

import json
from pathlib import Path

from qa.cli.file_lines import file_lines, file_values
from qa.reports import read_file
from tests.cli.console import qa
from tests.documents import page_html

PAGE = page_html("<h1>Board</h1><p>Fees rise by <s>12</s> 18 euros. " + "The pier stays open. " * 9)


def test_what_was_read_stands_beside_what_was_left_out() -> None:
    read = read_file(PAGE, "a.html")
    lines = file_lines(read, 90)
    text = "\n".join(lines)
    assert f"kept: {read.kept:.1%} of its letters" in text
    columns = [line.partition("  |  ") for line in lines if "  |  " in line]
    assert columns[0][2] == "LEFT OUT"
    assert max(len(line) for line in lines if "  |  " in line) <= 90
    assert any("Fees rise by 18 euros." in left for left, _, _ in columns)
    assert any(right.startswith("deleted text: 2 letters") for _, _, right in columns)


def test_where_nothing_is_left_out_it_says_so() -> None:
    assert "NOTHING LEFT OUT" in "\n".join(file_lines(read_file(b"Fees rise.", "a.txt"), 80))


def test_programs_get_all_of_it() -> None:
    values = file_values(read_file(PAGE, "a.html"))
    assert json.loads(json.dumps(values)) == values
    assert values["text"].startswith("Board")
    assert 0 < values["kept"] < 1


def test_the_command_shows_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    shown = qa("--home", tmp_path / "home", "doctor", "--file", path)
    assert shown.exit_code == 0
    assert "deleted text: 2 letters" in shown.output
    values = json.loads(qa("--home", tmp_path, "doctor", "--json", "--file", path).output)
    assert values["title"] == "Board"


def test_a_file_that_cannot_be_read_has_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    for name, why in (("a.docx", "damaged zip"), ("none.md", "none.md can't be read")):
        shown = qa("--home", tmp_path, "doctor", "--file", tmp_path / name)
        assert (shown.exit_code, "Traceback" in shown.output) == (1, False)
        assert why in shown.output

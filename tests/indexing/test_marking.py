from __future__ import annotations

from pathlib import Path

from qa.indexing.marking import mark, marked
from qa.reports import scan


def test_only_what_was_corrected_is_marked(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
    found = scan(tmp_path, 1000)
    now = marked(found, {"b.md": {1: {"place": "Bonn"}}})
    assert now.files[0] == found.files[0]
    assert now.files[1].fingerprint != found.files[1].fingerprint


def test_a_mark_takes_the_place_of_the_one_before() -> None:
    first = mark("f", {1: {"place": "Bonn"}})
    second = mark(first, {1: {"place": "Bonn"}, 2: {"date": "2020-01-02"}})
    assert first != second
    assert second == mark("f", {2: {"date": "2020-01-02"}, 1: {"place": "Bonn"}})
    assert mark(second, {}) == "f"

from __future__ import annotations

from pathlib import Path

from qa.indexing.marking import mark, marked
from qa.meetings import Correction
from qa.reports import scan

BONN = Correction(1, "", {"place": "Bonn"})


def test_only_what_was_corrected_is_marked(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
    found = scan(tmp_path, 1000)
    now = marked(found, {"b.md": [BONN]})
    assert now.files[0] == found.files[0]
    assert now.files[1].fingerprint != found.files[1].fingerprint


def test_a_mark_takes_the_place_of_the_one_before() -> None:
    first = mark("f", [BONN])
    second = mark(first, [BONN, Correction(2, "", {"date": "2020-01-02"})])
    assert len({"f", first, second}) == 3
    assert mark(second, [BONN]) == first
    assert mark(second, []) == "f"

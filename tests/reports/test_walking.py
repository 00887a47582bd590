from __future__ import annotations

import os
from pathlib import Path

from qa.reports.walking import walk


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Text.")


def _walked(folder: Path, *, outside: bool = False) -> list[tuple[str, bool]]:
    found = walk(folder, folder / "catalogue.csv", outside=outside)
    return [(one.source, one.error is None) for one in found]


def test_a_folder_is_gone_through_once_by_its_own_name(tmp_path: Path) -> None:
    _write(tmp_path / "b" / "c" / "a.md")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b" / "up").symlink_to("..")
    (tmp_path / "b" / "c" / "self").symlink_to(".")
    assert _walked(tmp_path) == [("b/c/a.md", True)]


def test_a_linked_folder_that_is_hidden_is_followed_once(tmp_path: Path) -> None:
    _write(tmp_path / ".store" / "a.md")
    for name in ("first", "second"):
        (tmp_path / name).symlink_to(".store")
    assert _walked(tmp_path) == [("first/a.md", True)]


def test_a_link_to_what_holds_the_folder_comes_to_an_end(tmp_path: Path) -> None:
    _write(tmp_path / "reports" / "a.md")
    _write(tmp_path / "b.md")
    (tmp_path / "reports" / "all").symlink_to(tmp_path)
    assert _walked(tmp_path / "reports") == [("a.md", True), ("all", False)]
    assert _walked(tmp_path / "reports", outside=True) == [("a.md", True), ("all/b.md", True)]


def test_links_below_a_linked_folder_are_looked_at_as_well(tmp_path: Path) -> None:
    _write(tmp_path / "secret.md")
    (tmp_path / "reports" / ".store").mkdir(parents=True)
    (tmp_path / "reports" / ".store" / "a.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "reports" / "link").symlink_to(".store")
    assert _walked(tmp_path / "reports") == [("link/a.md", False)]


def test_names_that_are_shown_alike_are_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "\\udcff.md").write_text("Text.")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")).write_text("Other.")
    assert _walked(tmp_path) == [("\\udcff.md", True), ("\\udcff.md", False)]

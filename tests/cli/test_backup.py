from __future__ import annotations

from pathlib import Path

from tests.cli.console import qa


def test_a_home_is_kept_and_put_back(home: Path, folder: Path, tmp_path: Path) -> None:
    made = qa("--home", home, "backup", tmp_path / "b.tar")
    assert "files" in made.output
    assert f"The reports in {folder} aren't in it" in made.output
    (home / "origin.json").unlink()
    restored = qa("--home", home, "restore-backup", tmp_path / "b.tar")
    assert restored.exit_code == 0, restored.output
    assert "are back" in restored.output
    assert "unchanged  1" in restored.output
    assert "backup.restore" in (home / "audit.jsonl").read_text()


def test_what_is_no_backup_is_a_clear_error(home: Path, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_text("no tar")
    result = qa("--home", home, "restore-backup", tmp_path / "b.tar")
    assert result.exit_code == 1
    assert "is no whole backup" in result.output

from __future__ import annotations

from pathlib import Path

from qa.doctor import Check, examine
from qa.errors import SettingsError
from qa.settings import Settings


def _by_name(checks: list[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks}


def test_a_missing_index_is_wrong_and_has_a_cure(tmp_path: Path) -> None:
    check = _by_name(examine(lambda: Settings(home=tmp_path)))["index"]
    assert not check.ok
    assert check.cure == "Run: qa index FOLDER"


def test_packages_are_the_pinned_ones(tmp_path: Path) -> None:
    checks = _by_name(examine(lambda: Settings(home=tmp_path)))
    assert checks["torch"].ok
    assert checks["faiss-cpu"].ok
    assert checks["embedder"].found.startswith("all-MiniLM-L6-v2@53aa51172d14")


def test_settings_that_cannot_be_read_end_the_examination() -> None:
    def fail() -> Settings:
        raise SettingsError("No.", "Mend it.")

    last = examine(fail)[-1]
    assert (last.name, last.ok, last.cure) == ("settings", False, "Mend it.")


def test_an_unknown_part_is_named(tmp_path: Path) -> None:
    checks = _by_name(examine(lambda: Settings(home=tmp_path, reader="oracle")))
    assert not checks["reader"].ok
    assert "oracle" in checks["reader"].found

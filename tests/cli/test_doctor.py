from __future__ import annotations

from pathlib import Path

import pytest
from packaging.requirements import Requirement

from qa.cli.doctor import Check, _package, edition_line, examine
from qa.errors import SettingsError
from qa.indexing.rebuilding import rebuild
from qa.settings import Settings
from qa.stores.local import Kept, Manifest
from qa.stores.local.approximate import Made
from tests.samples import MINUTES


def _by_name(checks: list[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks}


def test_a_missing_index_is_wrong_and_has_a_cure(tmp_path: Path) -> None:
    check = _by_name(examine(lambda: Settings(home=tmp_path)))["index"]
    assert not check.ok
    assert check.cure == "Run: qa index FOLDER"


def test_packages_are_in_the_ranges_of_the_project(tmp_path: Path) -> None:
    checks = _by_name(examine(lambda: Settings(home=tmp_path)))
    assert checks["torch"].ok
    assert checks["faiss-cpu"].ok
    assert checks["embedder"].found.startswith("all-MiniLM-L6-v2@53aa51172d14")


@pytest.mark.parametrize(
    ("requirement", "ok", "found"),
    [
        ("pytest>=9,<10", True, "9."),
        ("pytest>=1,<2", False, "9."),
        ("no-such-package-anywhere>=1", False, "not installed"),
    ],
)
def test_a_package_outside_of_its_range_is_wrong(requirement: str, ok: bool, found: str) -> None:
    check = _package(Requirement(requirement))
    assert (check.ok, check.found.startswith(found)) == (ok, True)
    assert check.cure == ("" if ok else f"Run: pip install '{Requirement(requirement)}'")


def test_settings_that_cannot_be_read_end_the_examination() -> None:
    def fail() -> Settings:
        raise SettingsError("No.", "Mend it.")

    last = examine(fail)[-1]
    assert (last.name, last.ok, last.cure) == ("settings", False, "Mend it.")


def test_an_unknown_part_is_named(tmp_path: Path) -> None:
    checks = _by_name(examine(lambda: Settings(home=tmp_path, reader="oracle")))
    assert not checks["reader"].ok
    assert "oracle" in checks["reader"].found


def test_editions_and_near_duplicates_are_named(tmp_path: Path) -> None:
    folder, settings = tmp_path / "reports", Settings(home=tmp_path / "home", reader="sentence")
    folder.mkdir()
    (folder / "a.md").write_text(MINUTES * 3, encoding="utf-8")
    (folder / "b.md").write_text(MINUTES * 3 + "Corrected.", encoding="utf-8")
    rebuild(settings, folder)
    rebuild(settings.model_copy(update={"passage_tokens": 128}))
    rebuild(settings)
    checks = _by_name(examine(lambda: settings))
    first, second = checks["editions"].found.split("; ")
    assert first.startswith("edition-000003 (in use): 2 reports")
    assert second.startswith("edition-000002 (kept, qa restore puts it back)")
    assert checks["near-duplicates"].found.endswith("a.md = b.md")


def test_a_damaged_index_is_wrong_and_the_kept_one_is_named(tmp_path: Path) -> None:
    folder, settings = tmp_path / "reports", Settings(home=tmp_path / "home", reader="sentence")
    folder.mkdir()
    (folder / "a.md").write_text(MINUTES, encoding="utf-8")
    rebuild(settings, folder)
    (settings.home / "edition-000001" / "reports.db").write_bytes(b"no database " * 1000)
    checks = _by_name(examine(lambda: settings))
    assert not checks["index"].ok
    assert "qa index" in checks["index"].cure
    assert checks["editions"].found == "edition-000001 (in use): can't be read"


def test_an_edition_is_described_by_what_made_it() -> None:
    edition = Kept("edition-000001", Manifest("model", "splitter"), 3, in_use=True)
    assert edition_line(edition) == (
        "edition-000001 (in use): 3 reports, searched exactly, made by model, splitter"
    )


def test_a_large_edition_tells_its_recall() -> None:
    made = Made("vectors.faiss", 9, 9, lists=1200, probes=16, recall=0.9931)
    edition = Kept("edition-000001", Manifest("model", "splitter"), 3, True, made)
    assert "16 of 1200 lists searched, recall@10 0.993" in edition_line(edition)


def test_collections_that_cannot_be_told_apart_are_wrong(tmp_path: Path) -> None:
    apart = Settings(home=tmp_path, collections={"board": {}})
    assert _by_name(examine(lambda: apart))["collections"].found == "main, board"
    together = Settings(home=tmp_path, collections={"board": {"home": tmp_path}})
    assert not _by_name(examine(lambda: together))["collections"].ok

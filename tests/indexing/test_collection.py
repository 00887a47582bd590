from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from qa.errors import FileRefusedError, ReportError, StoreError
from qa.indexing.collection import (
    begin_own,
    begin_with_demo,
    choose_demo,
    count_own,
    demo_folder,
    is_demo,
    own_folder,
    prefer_own,
    reports_folder,
)
from qa.indexing.filing import file_report
from qa.indexing.rebuilding import rebuild
from qa.settings import Settings
from tests.embedders import HashEmbedder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


def _unused(value: object) -> None:
    """For a callback that has no use for a value."""


def _rebuild(settings: Settings, folder: Path | None = None) -> tuple[str, ...]:
    """The files that are indexed after it."""
    outcome = rebuild(settings, folder, embedder=HashEmbedder())
    assert not outcome.failed
    return (*outcome.added, *outcome.changed)


def test_the_demo_is_there_and_has_reports() -> None:
    assert len(list(demo_folder().glob("*.md"))) >= 10


def test_at_first_the_folder_is_the_users_own(settings: Settings) -> None:
    assert reports_folder(settings) == settings.home / "reports"
    assert not is_demo(settings)


def test_without_reports_nothing_is_indexed_unasked(settings: Settings) -> None:
    with pytest.raises(ReportError, match=r"no reports in .*reports yet") as caught:
        _rebuild(settings)
    assert "qa index --demo" in caught.value.cure
    assert not settings.home.exists()


def test_reports_in_the_own_folder_are_found_without_naming_it(settings: Settings) -> None:
    own_folder(settings).mkdir(parents=True)
    (own_folder(settings) / "a.md").write_text("Fees rise.")
    assert _rebuild(settings) == ("a.md",)
    assert _rebuild(settings) == ()


def test_the_first_file_of_a_user_puts_the_demo_away(settings: Settings) -> None:
    choose_demo(settings)
    assert is_demo(settings)
    demo = _rebuild(settings)
    file_report(settings, "mine.md", BytesIO(b"Fees rise."))
    assert not is_demo(settings)
    outcome = rebuild(settings, embedder=HashEmbedder())
    assert outcome.added == ("mine.md",)
    assert outcome.removed == demo
    assert (own_folder(settings) / "mine.md").read_bytes() == b"Fees rise."


def test_a_refused_file_leaves_the_demo(settings: Settings) -> None:
    choose_demo(settings)
    with pytest.raises(FileRefusedError):
        file_report(settings, "mine.exe", BytesIO(b"MZ"))
    assert is_demo(settings)


def test_the_demo_comes_back_and_the_users_reports_stay(settings: Settings) -> None:
    file_report(settings, "mine.md", BytesIO(b"Fees rise."))
    _rebuild(settings)
    choose_demo(settings)
    assert len(_rebuild(settings)) >= 10
    assert (own_folder(settings) / "mine.md").exists()
    begin_own(settings)
    assert _rebuild(settings) == ("mine.md",)


def test_a_named_folder_takes_the_files_that_are_added(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "a.md").write_text("Fees rise.")
    _rebuild(settings, folder)
    assert begin_own(settings) == folder


def test_a_choice_made_during_a_run_stays(settings: Settings) -> None:
    choose_demo(settings)
    rebuild(
        settings,
        on_progress=lambda progress: _unused(begin_own(settings)),
        embedder=HashEmbedder(),
    )
    assert reports_folder(settings) == own_folder(settings)


@pytest.mark.parametrize(
    ("chosen", "own", "demo"), [(False, False, True), (False, True, False), (True, False, False)]
)
def test_a_start_begins_with_the_demo_only_where_there_is_nothing(
    settings: Settings, chosen: bool, own: bool, demo: bool
) -> None:
    if chosen:
        begin_own(settings)
    if own:
        own_folder(settings).mkdir(parents=True)
        (own_folder(settings) / "a.md").write_text("Fees rise.")
    begin_with_demo(settings)
    assert is_demo(settings) == demo


def test_files_that_came_by_hand_put_the_demo_away(settings: Settings) -> None:
    choose_demo(settings)
    prefer_own(settings)
    assert is_demo(settings)
    own_folder(settings).mkdir(parents=True)
    (own_folder(settings) / "a.md").write_text("Fees rise.")
    assert count_own(settings) == 1
    prefer_own(settings)
    assert reports_folder(settings) == own_folder(settings)


@pytest.mark.parametrize("left", [None, "{", '{"folder": 1, "x": 2}'])
def test_a_folder_that_is_not_known_any_more_is_never_guessed(
    settings: Settings, tmp_path: Path, left: str | None
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("Fees rise.")
    _rebuild(settings, tmp_path / "elsewhere")
    own_folder(settings).mkdir()
    (own_folder(settings) / "b.md").write_text("Dues fall.")
    (settings.home / "origin.json").unlink()
    if left is not None:
        (settings.home / "origin.json").write_text(left)
    for act in (_rebuild, begin_own, begin_with_demo, prefer_own):
        with pytest.raises(StoreError, match="qa index FOLDER"):
            act(settings)
    rebuild(settings, tmp_path / "elsewhere", embedder=HashEmbedder())
    assert reports_folder(settings) == tmp_path / "elsewhere"


def test_others_can_not_look_into_the_home_folder(settings: Settings) -> None:
    begin_own(settings)
    assert settings.home.stat().st_mode & 0o077 == 0

from __future__ import annotations

import os
import time
from pathlib import Path

from qa.stores.local.checking import is_due, note_damage, note_sound


def test_a_new_edition_is_checked_and_then_not_for_a_day(tmp_path: Path) -> None:
    assert is_due(tmp_path)
    note_sound(tmp_path)
    assert not is_due(tmp_path)
    os.utime(tmp_path / "checked", (time.time() - 90_000,) * 2)
    assert is_due(tmp_path)


def test_a_clock_that_went_back_is_no_reason_not_to_look(tmp_path: Path) -> None:
    note_sound(tmp_path)
    os.utime(tmp_path / "checked", (time.time() + 5000,) * 2)
    assert is_due(tmp_path)


def test_damage_that_was_met_is_looked_for_at_once(tmp_path: Path) -> None:
    note_sound(tmp_path)
    note_damage(tmp_path)
    assert is_due(tmp_path)
    note_sound(tmp_path)
    assert not is_due(tmp_path)


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    note_sound(tmp_path / "none")
    note_damage(tmp_path / "none")
    assert is_due(tmp_path / "none")

from __future__ import annotations

from pathlib import Path

import pytest

from qa.cli.composed_lines import composed, composed_lines
from qa.composing import Written
from qa.errors import SettingsError
from qa.settings import Settings
from tests.composing.models import writing
from tests.composing.samples import an_answer


def test_without_a_model_the_settings_are_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No language model is set"):
        composed(Settings(home=tmp_path), an_answer())


def test_what_is_true_is_printed_and_what_is_not_is_counted(tmp_path: Path) -> None:
    with writing("Ada Berg chaired the board [1]. Eva Lund chaired the board [1].") as (url, _):
        settings = Settings(home=tmp_path, language_model_url=url, language_model="small")
        written = composed(settings, an_answer())
    lines = "\n".join(composed_lines(written, "small"))
    assert "Written by small" in lines
    assert "Ada Berg chaired the board [board.md]" in lines
    assert "Eva" not in lines
    assert "1 more of its sentences were struck" in lines


def test_nothing_is_told() -> None:
    assert len(list(composed_lines([], ""))) == 3
    assert "struck" not in "".join(composed_lines([Written("Fees rise.", ())], ""))

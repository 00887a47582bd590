from __future__ import annotations

import pytest

from qa.reports.formats.signature import KINDS
from qa.reports.formats.table import FORMATS


@pytest.mark.parametrize("suffix", FORMATS)
def test_suffixes_are_small_and_known(suffix: str) -> None:
    form = FORMATS[suffix]
    assert suffix == suffix.lower()
    assert suffix.startswith(".")
    assert not form.signed or form.kind in KINDS


def test_only_text_is_read_beside_the_rest_of_the_program() -> None:
    assert [suffix for suffix, form in FORMATS.items() if form.simple] == [".md", ".txt"]

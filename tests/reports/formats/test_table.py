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


def test_text_takes_a_minute_and_a_gigabyte_at_most() -> None:
    assert all(FORMATS[suffix].seconds <= 60 for suffix in (".md", ".txt"))
    assert all(FORMATS[suffix].memory <= 1 << 30 for suffix in (".md", ".txt"))

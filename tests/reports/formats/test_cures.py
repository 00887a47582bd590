from __future__ import annotations

import pytest

from qa.reports.formats.cures import cure_for
from qa.reports.formats.table import FORMATS


@pytest.mark.parametrize(
    ("suffix", "cure"),
    [
        (".doc", "Save it as .docx."),
        (".xls", "Save it as .xlsx."),
        (".ppt", "Save it as .pptx."),
        (".msg", "Save it as .eml"),
        (".zip", "Unpack it."),
        (".jpg", "OCR"),
        (".nothing", "Readable: .md"),
    ],
)
def test_the_cure_names_what_can_be_read(suffix: str, cure: str) -> None:
    assert cure in cure_for(suffix, FORMATS)
    assert cure_for(suffix, FORMATS).endswith(f"Readable: {', '.join(FORMATS)}.")

from __future__ import annotations

import pytest

from qa.reports.formats.office.docx_names import W, is_on
from tests.word_xml import body


@pytest.mark.parametrize(
    ("switch", "on"),
    [
        ("<w:strike/>", True),
        ("<w:strike w:val='1'/>", True),
        ("<w:strike w:val='true'/>", True),
        ("<w:strike w:val='0'/>", False),
        ("<w:strike w:val='false'/>", False),
        ("", False),
    ],
)
def test_a_switch_is_on_unless_it_is_missing_or_says_no(switch: str, on: bool) -> None:
    assert is_on(body(switch).find(f".//{W}strike")) is on

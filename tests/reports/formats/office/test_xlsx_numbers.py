from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.office.xlsx_numbers import BUILT_IN, shown


@pytest.mark.parametrize(
    ("written", "code", "text"),
    [
        ("12400", "", "12400"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "", "0.3"),
        ("45355", "yyyy-mm-dd", "4 March 2024"),
        ("45355", '[$-409]d" of "mmmm yyyy;@', "4 March 2024"),
        ("45355.604166667", "d/m/yy h:mm", "4 March 2024 14:30"),
        ("0.5", "h:mm AM/PM", "12:00"),
        ("45355", BUILT_IN[14], "4 March 2024"),
        ("0.045", "0.0%", "4.5%"),
        ("0.04", BUILT_IN[9], "4%"),
        ("12400", "#,##0", "12,400"),
        ("12400.5", "#,##0.00", "12,400.50"),
        ("18.5", '"€"0.00', "€18.50"),
        ("18.5", '0.00\\ "€"', "18.50 €"),
        ("18", "[$€-407] #,##0", "€18"),
        ("18", "[Red]0", "18"),
        ("-45355", "yyyy", "-45355"),
        ("1e300", "yyyy", "1e+300"),
        ("n/a", "0%", "n/a"),
    ],
)
def test_a_number_is_what_its_format_shows(written: str, code: str, text: str) -> None:
    assert shown(written, code) == text


def test_days_may_count_from_1904() -> None:
    assert shown("43893", "yyyy-mm-dd", since_1904=True) == "4 March 2024"


@given(st.floats(), st.text('0#.,%yhd€$[];"\\_ -', max_size=12))
def test_any_format_shows_something(value: float, code: str) -> None:
    assert shown(str(value), code)

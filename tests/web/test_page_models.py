from __future__ import annotations

import pytest
from pydantic import ValidationError

from web.page_models import MarksQuery, PagePath, PictureQuery


@pytest.mark.parametrize("width", [99, 2401])
def test_a_width_is_bounded(width: int) -> None:
    with pytest.raises(ValidationError):
        PictureQuery(width=width)


def test_pages_count_from_one() -> None:
    with pytest.raises(ValidationError):
        PagePath(report_id="a", number=0)


def test_no_quote_need_be_named() -> None:
    assert MarksQuery() == MarksQuery(start=0, end=0, answer_start=0, answer_end=0)

from __future__ import annotations

import pytest

from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.office.office_properties import read_properties
from tests.documents import zipped


@pytest.mark.parametrize(
    ("title", "created", "said"),
    [
        ("Harbour board", "2024-05-06T10:00:00Z", ("Harbour board", "2024-05-06")),
        ("PowerPoint_Presentation.pptx", "2013-01-27T09:14:16Z", (None, None)),
        ("", "", (None, None)),
    ],
)
def test_title_and_day_are_the_file_s(
    title: str, created: str, said: tuple[str | None, str | None]
) -> None:
    core = (
        '<p xmlns:t="http://purl.org/dc/terms/" xmlns:d="http://purl.org/dc/elements/1.1/">'
        f"<d:title>{title}</d:title><t:created>{created}</t:created></p>"
    )
    assert read_properties(OfficeParts(zipped({"docProps/core.xml": core.encode()}))) == said


def test_there_may_be_none() -> None:
    assert read_properties(OfficeParts(zipped({}))) == (None, None)

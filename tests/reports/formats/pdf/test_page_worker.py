from __future__ import annotations

import json

from qa.reports.formats.pdf.page_worker import reply
from tests.documents import Pdf

RAW = Pdf().page().line("Mooring fees rise.", 100).raw()


def test_a_page_is_a_picture() -> None:
    assert reply("draw", json.dumps({"number": 1, "width": 200}), RAW).startswith(b"\x89PNG")


def test_marks_are_plain_values() -> None:
    how = {"number": 1, "words": "fees rise", "first": 0, "last": 4, "near": 0.0}
    found = json.loads(reply("mark", json.dumps(how), RAW))
    assert [mark["answers"] for mark in found["marks"]] == [False, True]


def test_a_page_that_cannot_be_drawn_is_an_error_with_a_cure() -> None:
    message, cure = json.loads(reply("draw", '{"number": 1, "width": 9}', b"%PDF-1.7"))["error"]
    assert "damaged" in message
    assert cure

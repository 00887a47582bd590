from __future__ import annotations

import pytest
from pydantic import ValidationError

from web.export_models import BlockModel, ExportRequest, NoteModel


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc", "https://a b"])
def test_a_footnote_leads_to_a_page_alone(address: str) -> None:
    with pytest.raises(ValidationError):
        NoteModel(words="a", address=address)


def test_a_request_is_a_script() -> None:
    note = NoteModel(words="Board", address="https://example.org/#/reports/a")
    block = BlockModel(style="quote", words="Fees rise.", notes=[note])
    script = ExportRequest(title="Fees", blocks=[block]).as_script()
    assert script.blocks[0].notes[0].address == "https://example.org/#/reports/a"

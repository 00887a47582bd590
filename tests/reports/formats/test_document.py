from __future__ import annotations

import json

from qa.reports.formats.document import Document, Metadata, from_json, to_json
from qa.types import Section


def test_a_document_survives_json() -> None:
    document = Document(
        text="Fees\n\nThey rise. 🚤",
        said=Metadata("Board", "2023-03-14", url="https://example.org"),
        sections=(Section(0, 1, "Fees"),),
        pages=(0, 6),
        made="2023-03-15",
        margin="Bulletin",
    )
    assert from_json(json.loads(json.dumps(to_json(document)))) == document

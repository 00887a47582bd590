from __future__ import annotations

from dataclasses import asdict

from qa.mcp.results import Document, Found, SearchResults


def test_the_fields_are_those_that_deep_research_clients_read() -> None:
    found = Found("a:0-1", "Board", "https://qa.example.org/#/reports/a/0-1")
    assert asdict(SearchResults((found,))) == {
        "results": ({"id": found.id, "title": found.title, "url": found.url},)
    }
    document = Document(found.id, found.title, "A", found.url, {"date": "2021-05-03"})
    assert list(asdict(document)) == ["id", "title", "text", "url", "metadata"]

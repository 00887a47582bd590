from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from mcp import Client
from mcp.types import TextContent

from qa.mcp.desk import Desk
from qa.mcp.server import make_server
from tests.mcp.conftest import QUESTION


def _with_client(desk: Desk, use: Callable[[Client], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with Client(make_server(desk)) as client:
            return await use(client)

    return asyncio.run(run())


def _call(desk: Desk, tool: str, **arguments: Any) -> Any:
    return _with_client(desk, lambda client: client.call_tool(tool, arguments))


def test_the_tools_only_read_and_describe_what_they_give(desk: Desk) -> None:
    tools = _with_client(desk, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask", "search", "fetch", "list_meetings", "person"]
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert tool.output_schema["type"] == "object"


@pytest.mark.parametrize(
    ("tool", "arguments", "keys"),
    [
        ("ask", {"question": QUESTION}, {"answer", "sources"}),
        ("ask", {"question": QUESTION, "body": "Harbour board"}, {"answer", "sources"}),
        ("search", {"query": "survey"}, {"results"}),
        ("list_meetings", {}, {"total", "meetings"}),
        ("person", {"name": "Ms Okafor"}, {"person", "counts", "total", "deeds"}),
    ],
)
def test_a_result_is_one_json_text_and_the_same_as_structure(
    desk: Desk, tool: str, arguments: dict[str, Any], keys: set[str]
) -> None:
    result = _call(desk, tool, **arguments)
    assert not result.is_error
    (item,) = result.content
    assert isinstance(item, TextContent)
    assert json.loads(item.text) == result.structured_content
    assert set(result.structured_content) == keys


def test_what_is_found_has_what_a_citation_needs(desk: Desk) -> None:
    found = _call(desk, "search", query="dredging survey").structured_content["results"]
    assert found
    assert all(set(one) == {"id", "title", "url"} and all(one.values()) for one in found)
    fetched = _call(desk, "fetch", id=found[0]["id"]).structured_content
    assert set(fetched) == {"id", "title", "text", "url", "metadata"}
    assert (fetched["id"], fetched["url"]) == (found[0]["id"], found[0]["url"])


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("ask", {"question": "  "}, "The question is empty. Write a question."),
        ("ask", {"question": "a", "first_day": "May"}, "first_day"),
        ("search", {"query": "a", "limit": 101}, "limit"),
        ("fetch", {"id": "none"}, "none"),
        ("person", {"name": "Nobody At All"}, "Nobody"),
    ],
)
def test_what_goes_wrong_is_told_to_the_agent(
    desk: Desk, tool: str, arguments: dict[str, Any], told: str
) -> None:
    result = _call(desk, tool, **arguments)
    assert result.is_error
    assert told in result.content[0].text
    assert "Traceback" not in result.content[0].text

"""The tools as the official SDK serves them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from importlib.metadata import version
from typing import Annotated, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from qa.errors import QAError
from qa.mcp.desk import Desk
from qa.mcp.models import Asked, Fetched, Meetings, Person, Searched
from qa.types import Filter

_INSTRUCTIONS = """Reports of meetings, answered from word for word. `ask` answers a question with
quotes and says how sure it is: an `answer` of null means that no sure answer was found, and
`sources` then has the nearest sentences. Quote as it stands, and cite the `url`."""
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_Text = Annotated[str, Field(max_length=10_000)]
_Name = Annotated[str, Field(min_length=1, max_length=300)] | None
_Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="YYYY-MM-DD, included.")]
_Limit = Annotated[int, Field(ge=1, le=100)]
_Offset = Annotated[int, Field(ge=0, le=10_000_000)]


def make_server(desk: Desk) -> MCPServer:
    """The server, whose tools ask at the desk."""
    server = MCPServer(
        "meeting-qa",
        title="Meeting QA",
        instructions=" ".join(_INSTRUCTIONS.split()),
        version=version("meeting-qa"),
        log_level="WARNING",
    )
    for tool in (*_asking(desk), *_browsing(desk)):
        server.add_tool(_served(desk, tool), annotations=_READS, structured_output=True)
    return server


def _asking(desk: Desk) -> tuple[Callable[..., object], ...]:
    def ask(
        question: _Text,
        first_day: _Day | None = None,
        last_day: _Day | None = None,
        body: _Name = None,
        place: _Name = None,
        person: _Name = None,
    ) -> Asked:
        """Answer a question on the meetings with the words of their reports.

        Who chaired, when and where it was, what was decided, what somebody said, how many, a list,
        a summary. The question has to stand alone. Days, body, place and person choose meetings.
        """
        return Asked(desk.ask(question, _where(first_day, last_day, body, place, person)))

    def search(query: _Text, limit: _Limit = 10) -> Searched:
        """Find the passages of the reports for a query, best first. `fetch` gives their words."""
        return Searched(desk.search(query, limit))

    def fetch(id: Annotated[str, Field(max_length=200)]) -> Fetched:
        """The verbatim words of a search result, or a whole report by its id."""
        return Fetched(desk.fetch(id))

    return ask, search, fetch


def _browsing(desk: Desk) -> tuple[Callable[..., object], ...]:
    def list_meetings(
        first_day: _Day | None = None,
        last_day: _Day | None = None,
        body: _Name = None,
        place: _Name = None,
        person: _Name = None,
        offset: _Offset = 0,
        limit: _Limit = 50,
    ) -> Meetings:
        """List the meetings that the reports tell of, the newest first."""
        where = _where(first_day, last_day, body, place, person)
        return Meetings(desk.list_meetings(where, offset, limit))

    def person(
        name: Annotated[str, Field(min_length=1, max_length=300)],
        offset: _Offset = 0,
        limit: _Limit = 50,
    ) -> Person:
        """What somebody chaired, said, moved and voted, the newest first, each with its words."""
        return Person(desk.person(name, offset, limit))

    return list_meetings, person


def _where(
    first_day: str | None,
    last_day: str | None,
    body: str | None,
    place: str | None,
    person: str | None,
) -> Filter:
    return Filter(first_day=first_day, last_day=last_day, body=body, place=place, person=person)


def _served(desk: Desk, tool: Callable[_Given, _Result]) -> Callable[_Given, Awaitable[_Result]]:
    """Run by a thread of the desk. What went wrong, and the cure, are what the agent reads."""

    @wraps(tool)
    async def served(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        call = partial(tool, *args, **kwargs)
        try:
            return await asyncio.get_running_loop().run_in_executor(desk.pool, call)
        except QAError as error:
            raise ToolError(f"{error.message} {error.cure}".strip()) from error

    return served

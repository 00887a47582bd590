"""The results as models, from which the tools' output is described and checked."""

from __future__ import annotations

from pydantic import RootModel

from qa.browsing import MeetingPage, PersonDetail
from qa.mcp.results import AskResult, Document, SearchResults


class Asked(RootModel[AskResult]):
    """`answer` in it has the fields of the API's."""


class Searched(RootModel[SearchResults]):
    """Best first."""


class Fetched(RootModel[Document]):
    """Verbatim words."""


class Meetings(RootModel[MeetingPage]):
    """The newest first."""


class Person(RootModel[PersonDetail]):
    """What somebody did, the newest first."""

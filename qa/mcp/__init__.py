"""The reports for agents: a server of the Model Context Protocol with tools that only read.

In: calls of tools, over standard input or HTTP. Out: answers, passages and records, each with the
address of the page that shows it. Open `server` first, then `desk`. `server` needs the official
SDK, the extra `mcp`.
"""

from qa.mcp.desk import Desk
from qa.mcp.results import AskResult, Document, Found, SearchResults, Source
from qa.mcp.running import serve_http, serve_stdio

__all__ = [
    "AskResult",
    "Desk",
    "Document",
    "Found",
    "SearchResults",
    "Source",
    "serve_http",
    "serve_stdio",
]

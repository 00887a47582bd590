"""Runs the server until its client goes, or until it is told to end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from qa.addresses import check_host
from qa.errors import PartMissingError
from qa.keys import Keyring
from qa.mcp.desk import Desk
from qa.mcp.keyed import Keyed
from qa.settings import MAIN, Settings

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from mcp.server.transport_security import TransportSecuritySettings

_MOST_AT_ONCE = 200  # connections and requests; who comes then gets 503


def serve_stdio(settings: Settings) -> None:
    """
    Raises:
        PartMissingError: the SDK isn't installed.
    """
    with closing(Desk(settings)) as desk:
        _server(desk).run("stdio")


def serve_http(
    settings: Settings,
    say: Callable[[str], None],
    keyring: Keyring | None = None,
    collection: str = MAIN,
) -> None:
    """Streamable HTTP at `/mcp`. Each call stands alone, so that any number of servers can run.

    `settings` are those of the collection; `keyring` is the one of the home folder unless given.

    Raises:
        PartMissingError: the SDK isn't installed.
        SettingsError: the address is open to other machines, but no host name is allowed.
    """
    check_host(settings)
    with closing(Desk(settings)) as desk:
        server = _server(desk)
        import uvicorn

        app = server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=settings.body_bytes,
            transport_security=_security(settings),
            host=settings.host,
        )
        say(f"Agents reach the reports at http://{settings.host}:{settings.port}/mcp")
        uvicorn.run(
            Keyed(app, keyring or Keyring(settings), collection)
            if settings.auth == "keys"
            else app,
            host=settings.host,
            port=settings.port,
            limit_concurrency=_MOST_AT_ONCE,
            log_level="warning",
        )


def _server(desk: Desk) -> MCPServer:
    try:
        from qa.mcp.server import make_server
    except ImportError as error:
        raise PartMissingError(
            "The package 'mcp' isn't installed.", "pip install 'meeting-qa[mcp]' brings it."
        ) from error
    return make_server(desk)


def _security(settings: Settings) -> TransportSecuritySettings:
    """The names that the page has, under any port; no page of another site."""
    from mcp.server.transport_security import TransportSecuritySettings

    names = ("127.0.0.1", "localhost", "[::1]", *settings.allowed_hosts)
    return TransportSecuritySettings(
        allowed_hosts=[form for name in names for form in (name, f"{name}:*")],
        allowed_origins=[f"http://{name}:*" for name in names[:3]],
    )

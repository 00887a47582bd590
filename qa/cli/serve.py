"""`qa serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.options import load_server_settings, server_option
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.settings import Settings


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option(
    "--index",
    "bring_up_to_date",
    is_flag=True,
    help="Bring the index up to date first; where there is none yet, make it of the demo.",
)
@click.option("-v", "--verbose", count=True, help="Log each request, without what is asked.")
@click.option("--log-json", is_flag=True, help="Log JSON, an object a line.")
@server_option
@click.pass_obj
def serve(
    group_home: Path | None,
    host: str | None,
    port: int | None,
    bring_up_to_date: bool,
    verbose: int,
    log_json: bool,
    home: Path | None,
) -> None:
    """Serve the chat page and the API."""
    from web.server import serve as run

    settings = load_server_settings(home or group_home, host=host, port=port)
    if bring_up_to_date:
        _index_all(settings)
    run(settings, click.echo, verbose, log_json)


def _index_all(settings: Settings) -> None:
    """The demo is for a server that has nothing else."""
    from qa.collections import collections_of

    for one in collections_of(settings).values():
        _index(one, demo=not settings.collections)


def _index(settings: Settings, *, demo: bool) -> None:
    """Bring the index up to date. If that fails, what was indexed before is served all the same."""
    from qa.cli.index import run_once
    from qa.indexing import begin_with_demo, prefer_own

    try:
        prefer_own(settings)
        if demo:
            begin_with_demo(settings)
        run_once(settings, None)
    except QAError as error:
        click.echo(f"{error.message}\n{error.cure}".strip(), err=True)

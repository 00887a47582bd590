"""`qa mcp`."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import chosen_collection, home_option, load_settings


@click.command()
@click.option("--http", is_flag=True, help="Serve over HTTP at /mcp instead of standard input.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, help="Port to listen on.")
@home_option
@click.pass_obj
def mcp(
    group_home: Path | None, http: bool, host: str | None, port: int, home: Path | None
) -> None:
    """Give agents the reports by the Model Context Protocol, to read.

    Citations lead to the page, which `qa serve` serves; the setting public_url says where.
    """
    from qa.addresses import page_address
    from qa.keys import Keyring
    from qa.mcp import serve_http, serve_stdio
    from qa.settings import Settings

    settings = load_settings(home or group_home)
    if not http:
        serve_stdio(settings)
        return
    page = {"public_url": settings.public_url or page_address(settings)}
    there = {"host": host or settings.host, "port": port}
    serve_http(
        settings.model_copy(update={**page, **there}),
        lambda said: click.echo(said, err=True),
        Keyring(Settings.load(home=home or group_home)),  # which the server has, not the collection
        chosen_collection(),
    )

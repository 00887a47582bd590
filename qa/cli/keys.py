"""`qa keys`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from qa.cli.audit import note
from qa.cli.options import as_json, limit_option, limits, load_server_settings, server_option, show

if TYPE_CHECKING:
    from qa.keys import Key, Scope


@click.group()
def keys() -> None:
    """Make, list and revoke the keys by which programs say who they are."""


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    type=click.Choice(["read", "write", "admin"]),
    default="read",
    help="What it is for: to look things up, to change the reports too, or all.",
)
@limit_option
@as_json
@server_option
@click.pass_obj
def create(
    group_home: Path | None,
    name: str,
    scope: str,
    collections: tuple[str, ...],
    as_json: bool,
    home: Path | None,
) -> None:
    """Make a key for NAME and show it, which is done once: only its hash is kept."""
    from qa.collections import check_names
    from qa.keys import create_key

    settings = load_server_settings(home or group_home)
    check_names(settings, collections)
    key, token = create_key(settings, name, cast("Scope", scope), collections)
    note(settings, "keys.create", f"{key.id} {name} ({scope}){limits(key.collections)}")
    show({**_told(key), "key": token}, [token], as_json)


@keys.command("list")
@as_json
@server_option
@click.pass_obj
def list_(group_home: Path | None, as_json: bool, home: Path | None) -> None:
    """List the keys by their ids."""
    from qa.keys import list_keys

    found = list_keys(load_server_settings(home or group_home))
    lines = [
        f"{key.id}  {key.scope:<5}  {key.made}  {key.name}{limits(key.collections)}"
        for key in found
    ]
    show({"keys": [_told(key) for key in found]}, lines or ["No key."], as_json)


@keys.command()
@click.argument("id")
@as_json
@server_option
@click.pass_obj
def revoke(group_home: Path | None, id: str, as_json: bool, home: Path | None) -> None:
    """Make the key of that ID worthless, at once."""
    from qa.keys import revoke_key

    settings = load_server_settings(home or group_home)
    key = revoke_key(settings, id)
    note(settings, "keys.revoke", f"{key.id} {key.name}")
    show(_told(key), [f"Revoked: {key.name}"], as_json)


def _told(key: Key) -> dict[str, Any]:
    return {name: value for name, value in asdict(key).items() if name != "digest"}

"""`qa users`."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from qa.cli.audit import note
from qa.cli.options import (
    as_json,
    limit_option,
    limits,
    load_server_settings,
    server_option,
    show,
)

if TYPE_CHECKING:
    from qa.accounts import User
    from qa.keys import Scope

_generate = click.option(
    "--generate", is_flag=True, help="Make a password and show it, instead of asking for one."
)


@click.group()
def users() -> None:
    """Add, list and remove the people who may sign in, and give them passwords."""


@users.command()
@click.argument("name")
@click.option(
    "--scope",
    type=click.Choice(["read", "write", "admin"]),
    default="read",
    help="What the user may do: look things up, change the reports too, or all.",
)
@limit_option
@_generate
@as_json
@server_option
@click.pass_obj
def add(
    group_home: Path | None,
    name: str,
    scope: str,
    collections: tuple[str, ...],
    generate: bool,
    as_json: bool,
    home: Path | None,
) -> None:
    """Let NAME sign in, with a password that is asked for."""
    from qa.accounts import add_user
    from qa.collections import check_names

    settings = load_server_settings(home or group_home)
    check_names(settings, collections)
    password = _password(generate)
    user = add_user(settings, name, cast("Scope", scope), password, collections)
    note(settings, "users.add", f"{user.name} ({scope}){limits(collections)}")
    _show(user, f"Added: {user.name}", password if generate else None, as_json)


@users.command("list")
@as_json
@server_option
@click.pass_obj
def list_(group_home: Path | None, as_json: bool, home: Path | None) -> None:
    """List the users by their names."""
    from qa.accounts import list_users

    found = list_users(load_server_settings(home or group_home))
    lines = [
        f"{user.scope:<5}  {user.made}  {user.name}{limits(user.collections)}" for user in found
    ]
    show({"users": [_told(user) for user in found]}, lines or ["No user."], as_json)


@users.command()
@click.argument("name")
@as_json
@server_option
@click.pass_obj
def remove(group_home: Path | None, name: str, as_json: bool, home: Path | None) -> None:
    """Let NAME sign in no more, and end what is going on under that name, at once."""
    from qa.accounts import remove_user

    settings = load_server_settings(home or group_home)
    user = remove_user(settings, name)
    note(settings, "users.remove", user.name)
    _show(user, f"Removed: {user.name}", None, as_json)


@users.command()
@click.argument("name")
@_generate
@as_json
@server_option
@click.pass_obj
def password(
    group_home: Path | None, name: str, generate: bool, as_json: bool, home: Path | None
) -> None:
    """Give NAME another password. Who is signed in with the one before has to do so again."""
    from qa.accounts import set_password

    settings = load_server_settings(home or group_home)
    chosen = _password(generate)
    user = set_password(settings, name, chosen)
    note(settings, "users.password", user.name)
    _show(user, f"Changed: {user.name}", chosen if generate else None, as_json)


def _password(generate: bool) -> str:
    if generate:
        return secrets.token_urlsafe(15)
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _show(user: User, line: str, password: str | None, as_json: bool) -> None:
    told = {**_told(user), **({"password": password} if password else {})}
    show(told, [line, *([f"Password: {password}"] if password else [])], as_json)


def _told(user: User) -> dict[str, Any]:
    return {name: value for name, value in asdict(user).items() if name != "digest"}

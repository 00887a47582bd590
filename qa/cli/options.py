"""What the commands have in common: options, settings, and how things are printed."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from qa.settings import Settings

FILE = click.Path(path_type=Path)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COLLECTION = f"{__name__}.collection"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def as_json(command: _Command) -> _Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def home_option(command: _Command) -> _Command:
    """`--home` and `--collection`, which may stand before the command or after it."""
    return server_option(
        click.option(
            "--collection",
            expose_value=False,
            callback=_keep_collection,
            help="Name of one of the setting `collections`.",
        )(command)
    )


def server_option(command: _Command) -> _Command:
    """`--home`, for what is of the server as a whole."""
    return click.option("--home", type=FILE, help="Folder of the index (or QA_HOME).")(command)


def limit_option(command: _Command) -> _Command:
    """`--collection`, repeated, for what is given to somebody."""
    return click.option(
        "--collection",
        "collections",
        multiple=True,
        help="Only for `main` or one of the setting `collections`; may be repeated.",
    )(command)


def limits(collections: Sequence[str]) -> str:
    return f" (for {', '.join(collections)})" if collections else ""


def load_settings(home: Path | None, **given: Any) -> Settings:
    """Of the collection that is chosen.

    Raises:
        SettingsError: a setting is unknown or unusable, or no collection has this name.
    """
    from qa.collections import settings_of
    from qa.settings import Settings

    return settings_of(Settings.load(home=home, **given), chosen_collection())


def load_server_settings(home: Path | None, **given: Any) -> Settings:
    """
    Raises:
        UsageError: a collection is chosen.
        SettingsError: a setting is unknown or unusable.
    """
    from qa.settings import MAIN, Settings

    if chosen_collection() != MAIN:
        raise click.UsageError("This is for the server with all its collections, not for one.")
    return Settings.load(home=home, **given)


def chosen_collection() -> str:
    from qa.settings import MAIN

    context = click.get_current_context(silent=True)
    return str(context.meta.get(_COLLECTION, MAIN)) if context else MAIN


def _keep_collection(context: click.Context, _: click.Parameter, name: str | None) -> None:
    if name is not None:
        context.meta[_COLLECTION] = name


def show(value: Mapping[str, Any], lines: list[str], as_json: bool) -> None:
    """Lines for people, or all of it for programs."""
    text = json.dumps(value, ensure_ascii=False) if as_json else "\n".join(map(escaped, lines))
    # A terminal that knows fewer letters gets their numbers.
    click.echo(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))


def escaped(line: str) -> str:
    """What could move the cursor, colour the screen or turn the line around, as its number.

    Names of files may have it, and whoever made them isn't always a friend.
    """
    return _UNPRINTABLE.sub(lambda found: ascii(found[0])[1:-1], line)

"""What the commands have in common: options, settings, and how things are printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from qa.settings import Settings

FILE = click.Path(path_type=Path)
_Command = TypeVar("_Command", bound=Callable[..., Any])


def as_json(command: _Command) -> _Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def home_option(command: _Command) -> _Command:
    """`--home`, which may stand before the command or after it."""
    return click.option("--home", type=FILE, help="Folder of the index (or QA_HOME).")(command)


def load_settings(home: Path | None, **given: Any) -> Settings:
    """
    Raises:
        SettingsError: a setting is unknown or unusable.
    """
    from qa.settings import Settings

    return Settings.load(home=home, **given)


def show(value: Mapping[str, Any], lines: list[str], as_json: bool) -> None:
    """Lines for people, or all of it for programs."""
    click.echo(json.dumps(value, ensure_ascii=False) if as_json else "\n".join(lines))

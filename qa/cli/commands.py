"""The console script `qa`. Each command imports what it needs, so that `--help` is instant."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.cli.ask import ask, search
from qa.cli.backup import backup, restore_backup
from qa.cli.evaluate import evaluate
from qa.cli.index import index, restore
from qa.cli.keys import keys
from qa.cli.mcp import mcp
from qa.cli.meetings import meetings, person
from qa.cli.migrate import migrate
from qa.cli.options import FILE, as_json, home_option, load_settings, show
from qa.cli.serve import serve
from qa.cli.users import users
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.settings import Settings


class _Group(click.Group):
    """Users see what happened and what to do about it, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QAError as error:
            raise click.ClickException(f"{error.message}\n{error.cure}".strip()) from error


@click.group(cls=_Group)
@click.version_option(package_name="meeting-qa")
@home_option
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Ask a folder of meeting reports; every answer is cited word for word."""
    ctx.obj = home


@click.command()
@as_json
@home_option
@click.option("--file", type=FILE, help="Show instead what is read of this file, and what isn't.")
@click.pass_obj
def doctor(group_home: Path | None, as_json: bool, home: Path | None, file: Path | None) -> None:
    """Say what is installed, which models and which index, what is wrong and how to mend it."""
    from qa.cli.doctor import examine
    from qa.cli.printing import check_lines

    if file:
        _show_file(file, load_settings(home or group_home), as_json)
        return
    checks = examine(lambda: load_settings(home or group_home))
    show({"checks": [asdict(check) for check in checks]}, check_lines(checks), as_json)
    sys.exit(0 if all(check.ok for check in checks) else 1)


def _show_file(path: Path, settings: Settings, as_json: bool) -> None:
    from shutil import get_terminal_size

    from qa.cli.file_lines import file_lines, file_values, read_alone

    read = read_alone(path, settings)
    show(file_values(read), file_lines(read, get_terminal_size().columns), as_json)


_ASKING = (ask, search, meetings, person, evaluate)
_RUNNING = (index, restore, migrate, serve, mcp, keys, users, backup, restore_backup, doctor)
for _command in (*_ASKING, *_RUNNING):
    main.add_command(_command)

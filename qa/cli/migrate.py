"""`qa migrate`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from qa.cli.options import as_json, home_option, load_settings, show


@click.command()
@click.option("--to", metavar="ADDRESS", help="The database; or the setting `database` names it.")
@as_json
@home_option
@click.pass_obj
def migrate(group_home: Path | None, to: str | None, as_json: bool, home: Path | None) -> None:
    """Copy the index of the home folder to a PostgreSQL database; nothing is embedded again.

    ADDRESS is like postgresql://user@host/name. A run that was stopped goes on. The home folder
    stays as it is: your reports and settings are there.
    """
    from qa.cli.printing import progress_bar
    from qa.indexing import migrate as run

    settings = load_settings(home or group_home, database=to)
    with progress_bar(shown=sys.stderr.isatty() and not as_json) as advance:
        moved = run(settings, advance)
    lines = [
        f"{moved.reports:,} reports, {moved.passages:,} passages, {moved.meetings:,} meetings, "
        f"{moved.files:,} files are there now ({moved.there_before:,} reports were before).",
        'To use them: set store = "postgres" and database (or QA_STORE and QA_DATABASE).',
    ]
    show(asdict(moved), lines, as_json)

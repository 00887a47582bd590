"""`qa index` and `qa restore`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.options import FILE, as_json, home_option, load_settings, show
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.indexing import Outcome
    from qa.settings import Settings


@click.command()
@click.argument("folder", required=False, type=FILE)
@click.option(
    "--catalogue", type=FILE, help="CSV: file, and any of title, date, event, place, url."
)
@click.option("--demo", is_flag=True, help="Index the invented reports that come along.")
@click.option("--watch", is_flag=True, help="Go on, and follow the folder until Ctrl-C.")
@as_json
@home_option
@click.pass_obj
def index(
    group_home: Path | None,
    folder: Path | None,
    catalogue: Path | None,
    demo: bool,
    watch: bool,
    as_json: bool,
    home: Path | None,
) -> None:
    """Bring the index up to date with FOLDER.

    Without FOLDER: the one indexed last, at first the folder `reports` in the home folder.
    """
    from qa.indexing import demo_folder, prefer_own

    settings = load_settings(home or group_home)
    if demo and folder:
        raise click.UsageError("Name a FOLDER or give --demo, not both.")
    chosen = demo_folder() if demo else folder
    if chosen is None:
        prefer_own(settings)
    if watch:
        follow(settings, chosen, catalogue, as_json)
    else:
        run_once(settings, chosen, catalogue, as_json)


@click.command()
@as_json
@home_option
@click.pass_obj
def restore(group_home: Path | None, as_json: bool, home: Path | None) -> None:
    """Put the index back that was in use before the newest one.

    The two change places, so that the same command undoes it.
    """
    from qa.cli.doctor import edition_line
    from qa.indexing import restore as run

    edition = run(load_settings(home or group_home))
    show(asdict(edition), [edition_line(edition)], as_json)


def run_once(
    settings: Settings, folder: Path | None, catalogue: Path | None = None, as_json: bool = False
) -> None:
    """Index, with a bar on a terminal, and say what was done.

    Raises:
        QAError: as `rebuild` has them.
    """
    from qa.cli.printing import outcome_lines, progress_bar
    from qa.indexing import rebuild

    with progress_bar(shown=sys.stderr.isatty() and not as_json) as advance:
        outcome = rebuild(settings, folder, catalogue, advance)
    show(asdict(outcome), outcome_lines(outcome), as_json)


def follow(settings: Settings, folder: Path | None, catalogue: Path | None, as_json: bool) -> None:
    """Print what each run did, one JSON object a line with `as_json`."""
    from qa.cli.printing import outcome_lines
    from qa.indexing import watch

    def tell(event: Outcome | QAError) -> None:
        if isinstance(event, QAError):
            click.echo(f"{event.message}\n{event.cure}".strip(), err=True)
        else:
            show(asdict(event), outcome_lines(event), as_json)

    watch(settings, folder, catalogue, tell)
    click.echo("Stopped.", err=True)

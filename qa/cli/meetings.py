"""`qa meetings` and `qa person`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.filters import by_ids, filter_options
from qa.cli.options import FILE, as_json, home_option, load_settings, show

if TYPE_CHECKING:
    from qa.types import Filter


@click.command()
@filter_options
@click.option("-k", "limit", type=click.IntRange(1), help="How many; all if left out.")
@click.option("--export", type=FILE, help="Write the corrections as a catalogue, and stop.")
@as_json
@home_option
@click.pass_obj
def meetings(
    group_home: Path | None,
    where: Filter,
    limit: int | None,
    export: Path | None,
    as_json: bool,
    home: Path | None,
) -> None:
    """List the meetings that the reports tell of, the newest first."""
    from qa.assistant import Assistant
    from qa.browsing import list_meetings
    from qa.cli.record_lines import export_lines, meeting_lines
    from qa.indexing import export_corrections

    with closing(Assistant.open(load_settings(home or group_home))) as assistant:
        if export:
            exported = export_corrections(assistant, export)
            show(asdict(exported), export_lines(exported, export), as_json)
            return
        page = list_meetings(assistant.store, by_ids(assistant.store, where), limit=limit)
    show(asdict(page), meeting_lines(page), as_json)


@click.command()
@click.argument("name")
@click.option("-k", "limit", type=click.IntRange(1), default=100, help="How many things done.")
@as_json
@home_option
@click.pass_obj
def person(
    group_home: Path | None, name: str, limit: int, as_json: bool, home: Path | None
) -> None:
    """Show what NAME did, meeting by meeting: in the chair, said, moved, voted."""
    from qa.assistant import Assistant
    from qa.browsing import look_up_person
    from qa.cli.record_lines import person_lines

    with closing(Assistant.open(load_settings(home or group_home))) as assistant:
        detail = look_up_person(assistant.store, name, limit=limit)
    show(asdict(detail), person_lines(detail), as_json)

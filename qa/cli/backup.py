"""`qa backup` and `qa restore-backup`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from qa.cli.audit import note
from qa.cli.options import FILE, as_json, home_option, load_settings, show


@click.command()
@click.argument("file", type=FILE)
@as_json
@home_option
@click.pass_obj
def backup(group_home: Path | None, file: Path, as_json: bool, home: Path | None) -> None:
    """Keep in FILE, a tar, what is in the home folder and can't be made again.

    That is: the reports that are there, also removed ones, corrections, feedback, settings, keys,
    users and the audit, but not the index. The server may go on.
    """
    from qa.backups import make_backup

    settings = load_settings(home or group_home)
    made = make_backup(settings, file)
    note(settings, "backup.make", str(file.resolve()))
    lines = [f"{made.path}: {made.files} files, {made.bytes:,} bytes"]
    if made.elsewhere:
        lines.append(
            f"The reports in {made.elsewhere} aren't in it: they aren't in the home folder."
        )
    show({**asdict(made), "path": str(made.path)}, lines, as_json)


@click.command("restore-backup")
@click.argument("file", type=FILE)
@as_json
@home_option
@click.pass_obj
def restore_backup(group_home: Path | None, file: Path, as_json: bool, home: Path | None) -> None:
    """Put back what is in FILE, and index. A server that is running takes it up.

    What is in the home folder now is put aside there. Nothing is changed unless FILE is sound.
    """
    from qa.backups import restore_backup as run
    from qa.cli.index import run_once

    settings = load_settings(home or group_home)
    restored = run(settings, file)
    note(settings, "backup.restore", str(file.resolve()))
    told = {**asdict(restored), "kept_in": str(restored.kept_in)}
    line = f"{restored.files} files of {restored.made} are back. What was there: {restored.kept_in}"
    show(told, [line], as_json)
    run_once(load_settings(home or group_home), None, None, as_json)

"""The console script `qa`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.errors import QAError

if TYPE_CHECKING:
    pass


class _Group(click.Group):
    """Users see what happened and what to do, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QAError as error:
            raise click.ClickException(f"{error.message}\n{error.cure}".strip()) from error


@click.group(cls=_Group)
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the index (QA_HOME).")
@click.version_option(package_name="meeting-qa")
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Ask a folder of meeting reports; every answer is cited word for word."""
    ctx.obj = {"home": home}


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--catalogue", type=click.Path(path_type=Path), help="CSV with file, title, date …")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def index(
    given: dict[str, Any], folder: Path | None, catalogue: Path | None, as_json: bool
) -> None:
    """Bring the index up to date with FOLDER (default: the last one, at first corpus/reports)."""
    from qa.rebuild import rebuild
    from qa.settings import Settings

    settings = Settings.load(**given)
    outcome = rebuild(settings, folder, catalogue, print)
    click.echo(json.dumps(asdict(outcome), ensure_ascii=False))

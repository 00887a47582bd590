"""`qa ask` and `qa search`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.filters import by_ids, filter_options
from qa.cli.options import as_json, home_option, load_settings, show

if TYPE_CHECKING:
    from qa.types import Filter


@click.command()
@click.argument("question")
@click.option("--compose", is_flag=True, help="Let the language model of the settings write, too.")
@filter_options
@as_json
@home_option
@click.pass_obj
def ask(
    group_home: Path | None,
    question: str,
    compose: bool,
    where: Filter,
    as_json: bool,
    home: Path | None,
) -> None:
    """Answer QUESTION with the words of the reports."""
    from qa.assistant import Assistant
    from qa.cli.answer_lines import answer_lines
    from qa.cli.composed_lines import composed, composed_lines

    settings = load_settings(home or group_home)
    with closing(Assistant.open(settings)) as assistant:
        answer = assistant.ask(question, where=by_ids(assistant.store, where))
    told, lines = asdict(answer), answer_lines(answer)
    if compose:
        written = composed(settings, answer)
        told["composed"] = [asdict(one) for one in written]
        lines += composed_lines(written, settings.language_model)
    show(told, lines, as_json)


@click.command()
@click.argument("question")
@click.option("-k", "limit", type=click.IntRange(1, 100), help="How many passages.")
@filter_options
@as_json
@home_option
@click.pass_obj
def search(
    group_home: Path | None,
    question: str,
    limit: int | None,
    where: Filter,
    as_json: bool,
    home: Path | None,
) -> None:
    """Show the passages for QUESTION with their scores and ranks."""
    from qa.assistant import Assistant
    from qa.cli.answer_lines import evidence_lines

    with closing(Assistant.open(load_settings(home or group_home))) as assistant:
        evidence = assistant.search(question, limit, by_ids(assistant.store, where))
    show({"evidence": [asdict(item) for item in evidence]}, evidence_lines(evidence), as_json)

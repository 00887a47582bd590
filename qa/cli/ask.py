"""`qa ask` and `qa search`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from qa.cli.options import as_json, home_option, load_settings, show


@click.command()
@click.argument("question")
@as_json
@home_option
@click.pass_obj
def ask(group_home: Path | None, question: str, as_json: bool, home: Path | None) -> None:
    """Answer QUESTION with the words of the reports."""
    from qa.assistant import Assistant
    from qa.cli.printing import answer_lines

    with closing(Assistant.open(load_settings(home or group_home))) as assistant:
        answer = assistant.ask(question)
    show(asdict(answer), answer_lines(answer), as_json)


@click.command()
@click.argument("question")
@click.option("-k", "limit", type=click.IntRange(1, 100), help="How many passages.")
@as_json
@home_option
@click.pass_obj
def search(
    group_home: Path | None, question: str, limit: int | None, as_json: bool, home: Path | None
) -> None:
    """Show the passages for QUESTION with their scores and ranks."""
    from qa.assistant import Assistant
    from qa.cli.printing import evidence_lines

    with closing(Assistant.open(load_settings(home or group_home))) as assistant:
        evidence = assistant.search(question, limit)
    show({"evidence": [asdict(item) for item in evidence]}, evidence_lines(evidence), as_json)

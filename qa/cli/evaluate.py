"""`qa evaluate`."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from qa.cli.options import FILE, as_json, home_option, load_settings, show


@click.command()
@click.argument("questions", type=FILE)
@click.option(
    "--retrieval",
    type=click.Choice(["hybrid", "dense", "lexical"]),
    help="Ask only this retriever.",
)
@click.option("--reader", help="Read with this one.")
@click.option("--part", help="Ask only the questions of this part of the file.")
@click.option("--misses", is_flag=True, help="Also show each question that went wrong.")
@click.option(
    "--baseline", type=FILE, help="An earlier run (--json): exit with 1 if a measure is worse."
)
@as_json
@home_option
@click.pass_obj
def evaluate(
    group_home: Path | None,
    questions: Path,
    retrieval: str | None,
    reader: str | None,
    part: str | None,
    misses: bool,
    baseline: Path | None,
    as_json: bool,
    home: Path | None,
) -> None:
    """Measure answers, citations and refusals on QUESTIONS (JSON, one a line)."""
    from qa.assistant import Assistant
    from qa.cli.printing import drop_lines, miss_lines, table_lines
    from qa.evaluation import as_report, drops, read_baseline, read_questions
    from qa.evaluation import evaluate as run

    asked = [q for q in read_questions(questions) if part in (None, q.part)]
    before = read_baseline(baseline) if baseline else None
    settings = load_settings(home or group_home, retrieval=retrieval, reader=reader)
    with closing(Assistant.open(settings)) as assistant:
        results = run(assistant, asked)
    report = as_report(results)
    worse = drops(before, report) if before else []
    lines = [*table_lines(report), *(miss_lines(results) if misses else [])]
    show(report, [*lines, *(drop_lines(worse) if before else [])], as_json)
    sys.exit(1 if worse else 0)

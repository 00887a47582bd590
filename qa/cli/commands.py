"""The console script `qa`. Each command imports what it needs, so that `--help` is instant."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.errors import QAError

if TYPE_CHECKING:
    from qa.settings import Settings

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
_FILE = click.Path(path_type=Path)


class _Group(click.Group):
    """Users see what happened and what to do about it, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QAError as error:
            raise click.ClickException(f"{error.message}\n{error.cure}".strip()) from error


def _home(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--home` may stand before the command or after it."""
    return click.option("--home", type=_FILE, help="Folder of the index (or QA_HOME).")(command)


@click.group(cls=_Group)
@click.version_option(package_name="meeting-qa")
@_home
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Ask a folder of meeting reports; every answer is cited word for word."""
    ctx.obj = home


@main.command()
@click.argument("folder", required=False, type=_FILE)
@click.option(
    "--catalogue", type=_FILE, help="CSV: file, and any of title, date, event, place, url."
)
@click.option("--watch", is_flag=True, help="Go on, and follow the folder until Ctrl-C.")
@_AS_JSON
@_home
@click.pass_obj
def index(
    group_home: Path | None,
    folder: Path | None,
    catalogue: Path | None,
    watch: bool,
    as_json: bool,
    home: Path | None,
) -> None:
    """Bring the index up to date with FOLDER.

    Without FOLDER: the one indexed last, at first the project's corpus/reports.
    """
    from qa.cli.printing import outcome_lines, progress_bar
    from qa.indexing import rebuild

    settings = _settings(home or group_home)
    if watch:
        _follow(settings, folder, catalogue, as_json)
        return
    with progress_bar(shown=sys.stderr.isatty() and not as_json) as advance:
        outcome = rebuild(settings, folder, catalogue, advance)
    _print(asdict(outcome), outcome_lines(outcome), as_json)


@main.command()
@_AS_JSON
@_home
@click.pass_obj
def restore(group_home: Path | None, as_json: bool, home: Path | None) -> None:
    """Put the index back that was in use before the newest one.

    The two change places, so that the same command undoes it.
    """
    from qa.cli.doctor import edition_line
    from qa.indexing import restore as run

    edition = run(_settings(home or group_home))
    _print(asdict(edition), [edition_line(edition)], as_json)


@main.command()
@click.argument("question")
@_AS_JSON
@_home
@click.pass_obj
def ask(group_home: Path | None, question: str, as_json: bool, home: Path | None) -> None:
    """Answer QUESTION with the words of the reports."""
    from qa.assistant import Assistant
    from qa.cli.printing import answer_lines

    with closing(Assistant.open(_settings(home or group_home))) as assistant:
        answer = assistant.ask(question)
    _print(asdict(answer), answer_lines(answer), as_json)


@main.command()
@click.argument("question")
@click.option("-k", "limit", type=click.IntRange(1, 100), help="How many passages.")
@_AS_JSON
@_home
@click.pass_obj
def search(
    group_home: Path | None, question: str, limit: int | None, as_json: bool, home: Path | None
) -> None:
    """Show the passages for QUESTION with their scores and ranks."""
    from qa.assistant import Assistant
    from qa.cli.printing import evidence_lines

    with closing(Assistant.open(_settings(home or group_home))) as assistant:
        evidence = assistant.search(question, limit)
    _print({"evidence": [asdict(item) for item in evidence]}, evidence_lines(evidence), as_json)


@main.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.")
@_home
@click.pass_obj
def serve(group_home: Path | None, host: str | None, port: int | None, home: Path | None) -> None:
    """Serve the chat page and the API."""
    from web.server import serve as run

    run(_settings(home or group_home, host=host, port=port), click.echo)


@main.command()
@click.argument("questions", type=_FILE)
@click.option(
    "--retrieval",
    type=click.Choice(["hybrid", "dense", "lexical"]),
    help="Ask only this retriever.",
)
@click.option("--reader", help="Read with this one.")
@click.option("--part", help="Ask only the questions of this part of the file.")
@click.option("--misses", is_flag=True, help="Also show each question that went wrong.")
@click.option(
    "--baseline", type=_FILE, help="An earlier run (--json): exit with 1 if a measure is worse."
)
@_AS_JSON
@_home
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
    settings = _settings(home or group_home, retrieval=retrieval, reader=reader)
    with closing(Assistant.open(settings)) as assistant:
        results = run(assistant, asked)
    report = as_report(results)
    worse = drops(before, report) if before else []
    lines = [*table_lines(report), *(miss_lines(results) if misses else [])]
    _print(report, [*lines, *(drop_lines(worse) if before else [])], as_json)
    sys.exit(1 if worse else 0)


@main.command()
@_AS_JSON
@_home
@click.pass_obj
def doctor(group_home: Path | None, as_json: bool, home: Path | None) -> None:
    """Say what is installed, which models and which index, what is wrong and how to mend it."""
    from qa.cli.doctor import examine
    from qa.cli.printing import check_lines

    checks = examine(lambda: _settings(home or group_home))
    _print({"checks": [asdict(check) for check in checks]}, check_lines(checks), as_json)
    sys.exit(0 if all(check.ok for check in checks) else 1)


def _follow(settings: Settings, folder: Path | None, catalogue: Path | None, as_json: bool) -> None:
    """Print what each run did, one JSON object a line with `as_json`."""
    from qa.cli.printing import outcome_lines
    from qa.indexing import Outcome, watch

    def tell(event: Outcome | QAError) -> None:
        if isinstance(event, QAError):
            click.echo(f"{event.message}\n{event.cure}".strip(), err=True)
        else:
            _print(asdict(event), outcome_lines(event), as_json)

    watch(settings, folder, catalogue, tell)
    click.echo("Stopped.", err=True)


def _settings(home: Path | None, **given: Any) -> Settings:
    from qa.settings import Settings

    return Settings.load(home=home, **given)


def _print(value: Mapping[str, Any], lines: list[str], as_json: bool) -> None:
    click.echo(json.dumps(value, ensure_ascii=False) if as_json else "\n".join(lines))

"""What the console script prints for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from qa.cli.doctor import Check
from qa.evaluation import Drop, Result
from qa.indexing import Outcome, Progress
from qa.types import Place

_ALIKE = 5  # names of a group of near-duplicates
_SHOWN = 20  # names of each kind; the rest is counted
_GLANCE = 90  # characters of a passage


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Callable[[Progress], None]]:
    """A bar with the time left, on standard error. `shown` is whether that is a terminal."""
    from tqdm import tqdm

    with tqdm(unit="report", disable=not shown, dynamic_ncols=True) as bar:

        def advance(progress: Progress) -> None:
            bar.total = progress.total
            bar.update(progress.done - bar.n)

        yield advance


def outcome_lines(outcome: Outcome) -> list[str]:
    kinds = {
        "added": outcome.added,
        "changed": outcome.changed,
        "renamed": [f"{pair.old} -> {pair.new}" for pair in outcome.renamed],
        "removed": outcome.removed,
    }
    lines = [f"Index of {outcome.folder}"]
    for kind, names in kinds.items():
        lines += [f"{kind:>10}  {len(names)}", *_first(names)]
    lines += [f"{'unchanged':>10}  {outcome.unchanged}"]
    if outcome.near_duplicates:
        lines += [f"{'alike':>10}  {len(outcome.near_duplicates)} groups of near-duplicates"]
        lines += _first([alike_line(group) for group in outcome.near_duplicates])
    if outcome.embedded or outcome.reused:
        lines += [f"{'passages':>10}  {outcome.embedded} embedded, {outcome.reused} reused"]
    if outcome.warnings:
        lines += [f"{'warnings':>10}  {len(outcome.warnings)}"]
        lines += _first([f"{warning.source}: {warning.reason}" for warning in outcome.warnings])
    lines += [f"{'failed':>10}  {len(outcome.failed)}"]
    return lines + [f"{'':12}{failure.source}: {failure.reason}" for failure in outcome.failed]


def alike_line(group: Sequence[str]) -> str:
    """A group of near-duplicates. A large one is cut."""
    more = f" and {len(group) - _ALIKE} more" if len(group) > _ALIKE else ""
    return " = ".join(group[:_ALIKE]) + more


def _first(names: Sequence[str]) -> list[str]:
    lines = [f"{'':12}{name}" for name in names[:_SHOWN]]
    more = len(names) - _SHOWN
    return [*lines, f"{'':12}… and {more} more"] if more > 0 else lines


def table_lines(report: Mapping[str, Any]) -> list[str]:
    """Measures down, types of questions across."""
    columns = {"all": report["overall"], **report["by_type"]}
    widths = [max(7, len(name)) for name in columns]
    heads = "  ".join(name.rjust(width) for name, width in zip(columns, widths, strict=True))
    lines = [f"{'':20}{heads}"]
    for measure in report["overall"]:
        cells = (_cell(measure, column[measure]) for column in columns.values())
        padded = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        lines.append(f"{measure:<20}{padded}")
    return lines


def miss_lines(results: Sequence[Result]) -> list[str]:
    lines = []
    for result in results:
        if "right" not in result.verdict:
            lines += [
                "",
                f"{result.question.id}: {result.verdict} (evidence at "
                f"{result.evidence_rank}, report at {result.report_rank})",
            ]
            lines += [f"  asked   {result.question.question}"]
            lines += [f"  answer  {one_line(result.answer.answer or 'no sure answer')}"]
            lines += [f"  gold    {one_line(result.question.evidence or 'not in the reports')}"]
            lines += [
                f"  {rank:>7} {where(item)}: {one_line(item.text)[:_GLANCE]} …"
                for rank, item in enumerate(result.answer.evidence[:5], start=1)
            ]
    return lines


def drop_lines(drops: Sequence[Drop]) -> list[str]:
    lines = [f"worse: {d.measure} was {d.before:.3f}, is {d.now:.3f}" for d in drops]
    return ["", *(lines or ["Nothing is worse than in the baseline."])]


def check_lines(checks: Sequence[Check]) -> list[str]:
    lines = []
    for check in checks:
        lines.append(f"{'ok  ' if check.ok else 'BAD '} {check.name}: {check.found}")
        lines += [f"     -> {check.cure}"] if check.cure else []
    return lines


def _cell(measure: str, value: float | None) -> str:
    if value is None:
        return "-"
    if measure == "questions":
        return f"{value:.0f}"
    return f"{value:.1f}" if measure.endswith("_ms") else f"{value:.3f}"


def where(place: Place) -> str:
    parts = [place.title, place.date, place.section, place.source]
    return " · ".join(part for part in parts if part)


def one_line(text: str) -> str:
    return " ".join(text.split())

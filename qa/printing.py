"""What the console script prints for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from qa.doctor import Check
from qa.evaluation import Result
from qa.indexing import Outcome, Progress
from qa.types import Answer, Evidence, Place

_SHOWN = 20  # names of each kind; the rest is counted


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Callable[[Progress], None]]:
    """A bar with the time left, on standard error; `shown` is whether that is a terminal."""
    from tqdm import tqdm

    with tqdm(unit="report", disable=not shown, dynamic_ncols=True) as bar:

        def advance(progress: Progress) -> None:
            bar.total = progress.total
            bar.update(progress.done - bar.n)

        yield advance


def outcome_lines(outcome: Outcome) -> list[str]:
    kinds = {"added": outcome.added, "changed": outcome.changed, "removed": outcome.removed}
    lines = [f"Index of {outcome.folder}"]
    for kind, names in kinds.items():
        lines.append(f"{kind:>10}  {len(names)}")
        lines += [f"{'':12}{name}" for name in names[:_SHOWN]]
        lines += [f"{'':12}… and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    lines += [f"{'unchanged':>10}  {outcome.unchanged}", f"{'failed':>10}  {len(outcome.failed)}"]
    return lines + [f"{'':12}{failure.source}: {failure.reason}" for failure in outcome.failed]


def answer_lines(answer: Answer) -> list[str]:
    if answer.answer is None:
        nearest = evidence_lines(answer.evidence[:3])
        return [
            "Not in the reports.",
            *(["", "The nearest passages:"] if nearest else []),
            *nearest,
        ]
    lines = [_one_line(answer.answer)]
    for number, citation in enumerate(answer.citations, 1):
        quote = [] if citation.quote == answer.answer else [f"    «{_one_line(citation.quote)}»"]
        lines += ["", f"[{number}] {_where(citation)}", *quote]
    return lines


def evidence_lines(evidence: Sequence[Evidence]) -> list[str]:
    lines = []
    for number, item in enumerate(evidence, 1):
        ranks = ", ".join(f"{name} {rank}" for name, rank in item.ranks.items())
        lines += ["", f"{number:>2}. {item.score:.4f} ({ranks})  {_where(item)}"]
        lines += [f"    {_one_line(item.text)}"]
    return lines or ["Nothing found."]


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
            lines += [f"  answer  {_one_line(result.answer.answer or 'not in the reports')}"]
            lines += [f"  gold    {_one_line(result.question.evidence or 'not in the reports')}"]
    return lines


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


def _where(place: Place) -> str:
    parts = [place.title, place.date, place.section, place.source]
    return " · ".join(part for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())

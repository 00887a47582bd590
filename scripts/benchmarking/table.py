"""Figures -> a Markdown table: one row a measure, one column a system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

Figures = Mapping[str, Any]
# Name in the table, key, digits after the point.
_ROWS = (
    ("characters indexed per second", "chars_per_s", 0),
    ("characters per second of processor time", "chars_per_cpu_s", 0),
    ("passages indexed per second", "passages_per_s", 1),
    ("from the start of the process until indexed, s", "indexed_after_s", 1),
    ("one report added until it is searchable, s", "add_one_s", 2),
    ("start until the first passages, s", "start_s", 1),
    ("start of the server until the first answer, s", "serve_s", 1),
    ("retrieval p50, ms", "p50_ms", 1),
    ("retrieval p95, ms", "p95_ms", 1),
    ("evidence_hit@10", "evidence_hit", 2),
    ("size on disk, MB", "store_mb", 1),
    ("peak memory, indexing and asking, MB", "peak_mb", 0),
    ("peak memory, loading and asking, MB", "serving_mb", 0),
)
_FULL = (
    ("nothing to do, `qa index` as a process, s", "idle_s", 2),
    ("one report added until it is searchable, s", "add_one_s", 2),
    ("start until the first passages (`qa search`), s", "start_s", 1),
    ("start of the server until the first answer, s", "serve_s", 1),
    ("size on disk, MB", "store_mb", 1),
    ("peak memory of adding, MB", "peak_mb", 0),
    ("peak memory of `qa search`, MB", "serving_mb", 0),
)


def summarize(runs: Sequence[Figures]) -> dict[str, float]:
    """The median of each figure over the runs."""
    derived = [{**run, **_rates(run)} for run in runs]
    keys = dict.fromkeys(key for run in derived for key in run)
    values = {key: [run[key] for run in derived if _is_number(run.get(key))] for key in keys}
    return {key: float(median(found)) for key, found in values.items() if found}


def table(systems: Mapping[str, Figures]) -> list[str]:
    """Of the first system the ratios to the peers it is compared with stand below its rates."""
    ours = next(iter(systems))
    lines = ["| | " + " | ".join(systems) + " |", "|---|" + "---|" * len(systems)]
    for name, key, digits in _ROWS:
        lines.append(_line(name, [figures.get(key) for figures in systems.values()], digits))
        if key in ("chars_per_s", "chars_per_cpu_s"):
            ratios = [_ratio(systems[ours], figures, key) for figures in systems.values()]
            lines.append(_line(f"· {ours} is so many times as fast", ratios, 2))
    return lines


def full_table(figures: Figures) -> list[str]:
    rows = [_line(name, [figures.get(key)], digits) for name, key, digits in _FULL]
    return ["| full index | Meeting QA |", "|---|---|", *rows]


def _rates(run: Figures) -> dict[str, float]:
    if not run.get("build_s"):
        return {}
    rates = {
        "chars_per_s": run["chars"] / run["build_s"],
        "passages_per_s": run["passages"] / run["build_s"],
    }
    used = run.get("index_cpu_s")
    return {**rates, "chars_per_cpu_s": run["chars"] / used} if used else rates


def _ratio(ours: Figures, theirs: Figures, key: str) -> float | None:
    return ours[key] / theirs[key] if ours.get(key) and theirs.get(key) else None


def _line(name: str, values: Sequence[float | None], digits: int) -> str:
    cells = ("–" if value is None else f"{value:.{digits}f}" for value in values)
    return f"| {name} | " + " | ".join(cells) + " |"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

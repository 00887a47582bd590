"""Meeting QA beside its peers, in one run on one machine, one system after the other.

    python -m scripts.benchmark REPORTS QUESTIONS.jsonl --peers PATH --most 60 --repeat 3

The same reports and questions, the same model (its hash is checked on both sides), the same
number of threads; medians of the repeats. `--home HOME` also measures adding a report to that
index, on copies of it and of its folder. Only ratios in one run count, with nothing else running.
QA_DTYPE=float32 in the environment makes Meeting QA compute as the peers do.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from qa.errors import QAError
from scripts.benchmarking.machine import describe
from scripts.benchmarking.ours import run_full, run_ours
from scripts.benchmarking.peers import PEERS, make_environment, run_peer
from scripts.benchmarking.processes import ProbeError
from scripts.benchmarking.table import full_table, summarize, table

Figures = Mapping[str, Any]
Run = Callable[[Path], Figures]
OURS = "Meeting QA"
_CACHE = Path.home() / ".cache" / "meeting-qa" / "peers"


def main() -> None:
    args = _arguments()
    try:
        _run(args)
    except (ProbeError, QAError) as error:
        sys.exit(str(error))


def _run(args: argparse.Namespace) -> None:
    machine = describe(os.environ.get("QA_DTYPE", "auto"))
    print(machine, flush=True)
    with tempfile.TemporaryDirectory() as work:
        reports = _sample(args.reports, args.most, Path(work) / "reports")
        runs, failed = _measure(_systems(args, reports), args.repeat)
        full = _full(args, failed)
    medians = {name: summarize(runs[name]) for name in runs}
    _show(medians, summarize(full), failed)
    if args.json:
        kept = {"machine": machine, "runs": runs, "full": full, "failed": failed}
        args.json.write_text(json.dumps(kept, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("questions", type=lambda given: Path(given).resolve())
    parser.add_argument("--peers", type=lambda given: Path(given).resolve(), help="their scripts")
    parser.add_argument("--venv", type=lambda given: Path(given).absolute(), default=_CACHE)
    parser.add_argument("--only", nargs="*", help="peers to run, of all")
    parser.add_argument("--home", type=Path, help="a full index, which is left as it is")
    parser.add_argument("--most", type=int, default=60, help="reports")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", type=Path, help="file for the figures of each run")
    return parser.parse_args()


def _sample(reports: Path, most: int, into: Path) -> Path:
    """The reports that the peers' scripts would take, in a folder of their own."""
    taken = sorted(path for path in reports.rglob("*") if path.suffix in {".md", ".txt"})[:most]
    for path in taken:
        target = into / path.relative_to(reports)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return into


def _systems(args: argparse.Namespace, reports: Path) -> dict[str, Run]:
    systems: dict[str, Run] = {OURS: partial(run_ours, reports, args.questions)}
    if args.peers:
        python = make_environment(args.venv)
        for peer in PEERS:
            if args.only is None or peer.name in args.only:
                inputs = (python, args.peers, reports, args.questions, args.most)
                systems[peer.name] = partial(run_peer, peer, *inputs)
    return systems


def _measure(
    systems: Mapping[str, Run], repeat: int
) -> tuple[dict[str, list[Figures]], dict[str, str]]:
    """Round by round, so that a machine that slows down slows all of them."""
    runs: defaultdict[str, list[Figures]] = defaultdict(list, {name: [] for name in systems})
    failed: dict[str, str] = {}
    for number in range(repeat):
        for name, run in systems.items():
            print(f"{name}, {number + 1} of {repeat} …", file=sys.stderr, flush=True)
            with tempfile.TemporaryDirectory() as work:
                try:
                    runs[name].append(run(Path(work)))
                except ProbeError as error:
                    failed[name] = str(error)
    return dict(runs), failed


def _full(args: argparse.Namespace, failed: dict[str, str]) -> list[Figures]:
    if not args.home:
        return []
    print("The full index …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as work:
        try:
            return list(run_full(args.home, Path(work), args.repeat))
        except ProbeError as error:
            failed["the full index"] = str(error)
            return []


def _show(medians: Mapping[str, Figures], full: Figures, failed: Mapping[str, str]) -> None:
    print("\n" + "\n".join(table(medians)))
    if full:
        print("\n" + "\n".join(full_table(full)))
    for name, reason in failed.items():
        print(f"\n{name} failed: {reason}")


if __name__ == "__main__":
    main()

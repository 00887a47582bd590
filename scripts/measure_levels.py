"""How often shown answers are right, by kind and level: python -m scripts.measure_levels FILE …

Each FILE is what the judge of ordinary questions writes with --json. The table is written to
qa/data/levels.json, by which an answer of some kind may claim to be sure. Write {} there before the
questions are asked: what the table takes back can't be measured. An answer that should have been
refused counts as wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qa.answering.levels import MEASURED

LEVELS = ("sure", "unsure")


def shown(results: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str, bool]]:
    """The kind and level of each answer that was shown, and whether it was right."""
    for result in results:
        response = result["response"]
        if response.get("level") in LEVELS and response.get("answer"):
            record = response["kind"] == "fact" and response.get("items")
            yield "record" if record else response["kind"], response["level"], result["passed"]


def table(every: Iterable[tuple[str, str, bool]]) -> dict[str, dict[str, dict[str, int]]]:
    """The counts by kind and level, and of all kinds."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for kind, level, right in every:
        for name in (kind, "all"):
            counts[name, level, "shown"] += 1
            counts[name, level, "right"] += right
    made: dict[str, dict[str, dict[str, int]]] = {}
    for (kind, level, what), number in sorted(counts.items()):
        made.setdefault(kind, {}).setdefault(level, {})[what] = number
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=MEASURED)
    given = parser.parse_args()
    judged = [json.loads(path.read_text(encoding="utf-8"))["results"] for path in given.files]
    made = table(one for results in judged for one in shown(results))
    given.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    for kind, levels in made.items():
        told = (f"{name} {row['right']} of {row['shown']}" for name, row in levels.items())
        print(f"{kind:12}", "  ".join(told))


if __name__ == "__main__":
    main()

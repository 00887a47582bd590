"""What each part is worth: python -m scripts.ablate HOME QUESTIONS [--part report]

One row a variant, everything else as it ships, on the single questions.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from qa.assistant import Assistant
from qa.evaluation import evaluate, read_questions, summarize
from qa.settings import Settings

# The span's margin over «no answer» alone, as a chance: no calibration.
RAW = {
    "rank": {"intercept": 0.0, "weights": {"margin": 1.0}},
    "confidence": {"intercept": 0.0, "weights": {"margin": 1.0}},
}
ALL = 1e9  # as near as every passage is
VARIANTS: Mapping[str, Mapping[str, Any]] = {
    "as it ships": {},
    "sentence reader": {"reader": "sentence"},
    "no reordering": {"rerank": False},
    "no calibration": {"calibration": RAW, "refuse_below": 0.5},
    "dense only": {"retrieval": "dense"},
    "lexical only": {"retrieval": "lexical"},
    "equal weights, k = 60": {"dense_weight": 1.0, "fusion_k": 60},
    "dense 0.3": {"dense_weight": 0.3},
    "dense 0.15, k = 5": {"dense_weight": 0.15, "fusion_k": 5},
    "all 20 passages always read": {"first_read": 20, "first_near": ALL},
    "12 passages, all read": {"evidence": 12, "first_read": 12, "first_near": ALL},
    "the first 4 read first": {"first_near": ALL},
    "the first 12 read first": {"first_read": 12, "first_near": ALL},
    "the first 2 read first": {"first_read": 2},
    "the best of 8 read first": {"first_read": 8},
    "no sentence read again": {"verify": 0},
}
SHOWN = (
    "evidence_hit@1",
    "evidence_hit@10",
    "exact_match",
    "f1",
    "citation_precision",
    "refusal_precision",
    "refusal_recall",
    "calibration_error",
    "latency_p50_ms",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--part")
    args = parser.parse_args()
    asked = [q for q in read_questions(args.questions) if args.part in (None, q.part)]
    single = [question for question in asked if not question.earlier]
    print("| | " + " | ".join(SHOWN) + " |\n|---|" + "---|" * len(SHOWN))
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.json"
        raw.write_text(json.dumps(RAW))
        for name, given in VARIANTS.items():
            changes = {**given, **({"calibration": raw} if "calibration" in given else {})}
            with closing(Assistant.open(Settings.load(home=args.home, **changes))) as assistant:
                measures = summarize(evaluate(assistant, single))
            cells = [_cell(shown, measures[shown]) for shown in SHOWN]
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if name.endswith("_ms") else f"{value:.2f}"


if __name__ == "__main__":
    main()

"""Fit the extractive reader's two small models: python -m scripts.fit_reader HOME QUESTIONS …

Each pair is an index and questions on its reports; of a file with parts only `choose` is taken.
On your own questions, with `--out`, it makes a file for the setting `calibration`.
`rank` is fitted so that right spans come before the others of their question, and then turned into
a chance; `confidence` is fitted on the best one of each question. Chances are judged on genres left
out, one after the other: from `sure` on at most 8 in 100 of the first sentences don't answer; below
`unsure` fewer than four in ten answer, and nothing is told. `levels` are the shares that answer
among questions with about the same chance.
Prints what such models do on genres left out, and writes qa/data/calibration.json, or that of the
larger reader where it decides.
"""

from __future__ import annotations

import argparse
import json
import pickle
from dataclasses import asdict, replace
from pathlib import Path

from qa.reading import CALIBRATION, LARGER_CALIBRATION
from scripts.reader_fitting.cases import collect, pairs
from scripts.reader_fitting.chances import fit_levels, fit_thresholds, left_out
from scripts.reader_fitting.fitting import fit_both
from scripts.reader_fitting.showing import show


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", metavar="HOME QUESTIONS")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cases", type=Path, help="where what was read is kept for another fit")
    args = parser.parse_args()
    if args.cases and args.cases.exists():
        cases = pickle.loads(args.cases.read_bytes())
    else:
        cases = [case for pair in pairs(args.pairs) for case in collect(*pair) if case.found]
    if args.cases:
        args.cases.write_bytes(pickle.dumps(cases))
    told = left_out(cases)
    sure, unsure = fit_thresholds(told)
    show(told, sure, unsure)
    fitted = replace(fit_both(cases), levels=fit_levels(told), sure=sure, unsure=unsure)
    out = args.out or (LARGER_CALIBRATION if "small" in fitted.rank.weights else CALIBRATION)
    out.write_text(json.dumps(asdict(fitted), indent=1) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

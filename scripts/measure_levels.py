"""How often shown answers are right, by kind and level: python -m scripts.measure_levels [GENRE …]

Each GENRE is NAME=HOME=QUESTIONS, or NAME=HOME=QUESTIONS=PART of them: ordinary questions with what
is right, asked of the index in HOME. They are asked without the table, since what it takes back
can't be measured, and their counts replace those of that genre in qa/data/levels.json. Then, for
each kind, the table says how many answers are sure and may answer, and how many of these are right,
when the shares of the other genres decide. An answer that should have been refused counts as wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from qa import Assistant, Settings
from qa.answering import LEAST, MEASURED, Genre, kind_of, share_of
from qa.evaluation import Result, evaluate, read_questions

LEVELS = ("sure", "unsure")
Counts = dict[str, dict[str, tuple[int, int]]]


def shown(results: Iterable[Result]) -> Iterator[tuple[str, str, bool]]:
    """The kind and level of each answer that was shown, and whether it was right."""
    for result in results:
        answer = result.answer
        if answer.level in LEVELS and answer.answer and result.outcome:
            yield kind_of(answer), answer.level, result.outcome == "right"


def counted(every: Iterable[tuple[str, str, bool]]) -> Counts:
    """The counts by kind and level, and of all kinds but facts, whose chances are the reader's."""
    numbers: Counter[tuple[str, str]] = Counter()
    rights: Counter[tuple[str, str]] = Counter()
    for kind, level, right in every:
        for name in {kind, "fact" if kind == "fact" else "all"}:
            numbers[name, level] += 1
            rights[name, level] += right
    made: Counts = {}
    for (kind, level), number in sorted(numbers.items()):
        made.setdefault(kind, {})[level] = (number, rights[kind, level])
    return made


def left_out(table: Mapping[str, Genre]) -> dict[str, dict[str, tuple[int, int]]]:
    """What each kind would be told as, where the other genres decide: shown and right by level."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for name, genre in table.items():
        others = [one for other, one in table.items() if other != name]
        for kind, rows in genre.items():
            for level, (number, right) in rows.items():
                keeps = kind == "fact" or share_of(others, kind, "sure") >= LEAST
                told = level if level == "unsure" or keeps else "unsure"
                if kind != "all":
                    for key in (kind, "all"):
                        _add(found.setdefault(key, {}), told, number, right)
    return found


def _add(row: dict[str, tuple[int, int]], level: str, number: int, right: int) -> None:
    before = row.get(level, (0, 0))
    row[level] = before[0] + number, before[1] + right


def asked(genre: str) -> tuple[str, Counts]:
    """The genre's name and the counts of its questions."""
    name, home, questions, *part = genre.split("=")
    wanted = [q for q in read_questions(Path(questions)) if not part or q.part == part[0]]
    with closing(Assistant.open(Settings.load(home=Path(home)))) as assistant:
        return name, counted(shown(evaluate(assistant, wanted)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("genres", nargs="*")
    parser.add_argument("--out", type=Path, default=MEASURED)
    given = parser.parse_args()
    table: dict[str, Genre] = json.loads(given.out.read_text(encoding="utf-8"))
    if given.genres:
        MEASURED.write_text("{}\n", encoding="utf-8")
    table.update(asked(genre) for genre in given.genres)
    given.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    for kind, rows in sorted(left_out(table).items()):
        told = (f"{level} {right} of {number}" for level, (number, right) in sorted(rows.items()))
        print(f"{kind:12}", "  ".join(told))


if __name__ == "__main__":
    main()

"""Measure a reader on questions whose passage is given: evaluate_reader DATA [--model DIR]

SQuAD 1.1 dev: exact match and F1 of the best span. SQuAD 2.0 dev: how well the best span's score
over «no answer» tells answerable questions from the others (area under the ROC curve): that in the
text, and its sum with that in the sentence alone, as the verifier that ships reads it (another
model reads it itself). Near misses: the same on exercises left out of the training, by the reader
in the passage and by the verifier in the sentence.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from qa.evaluation import exact_match, f1, mean
from qa.inference import VERIFIER, Larger, Located, Packaged, Reading, Source, SpanModel, Text
from qa.reading import Logistic, candidates, verified
from qa.text import split_sentences
from qa.types import Evidence
from scripts.reader_training.examples import Labelled, read_labelled
from scripts.reader_training.exercises import LEFT_OUT, read_exercises


def sample(path: Path, most: int) -> list[Labelled]:
    items = read_labelled(path)
    return items if most <= 0 or most >= len(items) else Random(1).sample(items, most)


def read(model: SpanModel, items: Sequence[Labelled]) -> list[Reading]:
    return [model.read(item.question, [Text("", item.text)])[0] for item in items]


def best_words(item: Labelled, reading: Reading) -> str:
    return item.text[slice(*reading.spans[0].span)] if reading.spans else ""


def margins(verifier: SpanModel, item: Labelled, reading: Reading) -> tuple[float, float]:
    """The best span's score over «no answer» in the text, and in its sentence by itself."""
    evidence = Evidence(
        report_id="",
        title="",
        date=None,
        source="",
        section=None,
        page=None,
        start=0,
        end=len(item.text),
        text=item.text,
        context="",
        score=0.0,
        ranks={},
    )
    found = candidates(item.question, [evidence], [reading], [split_sentences(item.text)])
    told = verified(verifier, item.question, found[:1], Logistic(0.0, {}), most=1)
    if not told:
        return -1e9, -1e9
    return told[0].features["margin"], told[0].features["alone"]


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The share of pairs that the scores order rightly; ties count a half."""
    order = sorted(range(len(scores)), key=lambda n: scores[n])
    ranks: defaultdict[float, list[int]] = defaultdict(list)
    for rank, n in enumerate(order, start=1):
        ranks[scores[n]].append(rank)
    middle = {score: sum(r) / len(r) for score, r in ranks.items()}
    count = sum(positive)
    total = sum(middle[s] for s, p in zip(scores, positive, strict=True) if p)
    return (total - count * (count + 1) / 2) / (count * (len(scores) - count))


def near_misses(model: SpanModel, *, whole: bool) -> float:
    """The area under the curve on exercises left out, read in the passage or in its sentence."""
    scores, answerable = [], []
    for exercise in read_exercises(LEFT_OUT):
        for asked in exercise.asked:
            sentences = exercise.sentences if whole else [exercise.sentences[asked.place]]
            text = Text(" · ".join(filter(None, exercise.header)), " ".join(sentences))
            reading = model.read(asked.question, [text])[0]
            best = reading.spans[0].score if reading.spans else -math.inf
            scores.append(best - reading.null)
            answerable.append(asked.answer is not None)
    return auroc(scores, answerable)


def _source(args: argparse.Namespace) -> Source:
    if args.larger:
        return Larger(args.larger)
    return Located(args.model) if args.model else Packaged()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="", help="a folder; the reader that ships if left out")
    parser.add_argument(
        "--larger", type=Path, help="the larger reader, its encoder joined in there"
    )
    parser.add_argument("--sample", type=int, default=0, help="questions of each set; 0 is all")
    args = parser.parse_args()
    model = SpanModel(_source(args))
    verifier = model if args.model or args.larger else SpanModel(Packaged(VERIFIER))
    began = time.monotonic()
    answered = sample(args.data / "squad-dev-v1.1.jsonl.gz", args.sample)
    words = [best_words(i, r) for i, r in zip(answered, read(model, answered), strict=True)]
    mixed = sample(args.data / "squad-dev-v2.0.jsonl.gz", args.sample)
    told = [margins(verifier, i, r) for i, r in zip(mixed, read(model, mixed), strict=True)]
    answerable = [bool(item.golds) for item in mixed]
    print(
        json.dumps(
            {
                "squad_1.1_exact_match": mean(
                    [exact_match(w, i.golds) for w, i in zip(words, answered, strict=True)]
                ),
                "squad_1.1_f1": mean(
                    [f1(w, i.golds) for w, i in zip(words, answered, strict=True)]
                ),
                "squad_2.0_auroc_of_the_text": auroc([text for text, _ in told], answerable),
                "squad_2.0_auroc": auroc([sum(both) for both in told], answerable),
                "near_misses_auroc_of_the_passage": near_misses(model, whole=True),
                "near_misses_auroc_of_the_sentence": near_misses(verifier, whole=False),
                "questions": [len(answered), len(mixed)],
                "seconds": round(time.monotonic() - began),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()

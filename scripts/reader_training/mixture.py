"""The stream of training examples: the n-th one depends on the seed and n alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from scripts.reader_training.examples import Example, read_examples
from scripts.reader_training.meetings import invent
from scripts.reader_training.noise import asked_otherwise, typed
from scripts.reader_training.windows import cut, with_header

# File, whether its answerable questions are meant, and how often: read in this share.
_SOURCES = (
    ("squad-train", True, 62),
    ("squad-train", False, 16),
    ("nq-qed-train", True, 12),
    ("qamr", True, 5),
    ("qasrl", True, 2),
    ("policyqa", True, 1),
    ("covidqa", True, 2),
)
_CHANGED, _BESIDE = 0.10, 0.10  # of the answerable ones, made unanswerable
# The last part of the run learns to say no: more of what is on the topic and doesn't answer.
_LAST, _LAST_CHANGED, _LAST_BESIDE = 108_000, 0.20, 0.13
# Invented meetings come in when the model can read: how often, and from which example on.
_MEETINGS, _FROM = 0.22, 30_000


@dataclass(frozen=True, slots=True)
class Mixture:
    data: Path
    seed: int

    def example(self, number: int) -> Example:
        """The example, ready for the model: cut, with a header, its question as typed."""
        random = Random(f"{self.seed}:{number}")
        if number >= _FROM and random.random() < _MEETINGS:
            made = invent(random)
            return replace(made, question=typed(made.question, random))
        while True:
            made = self._made(random, last=number >= _LAST)
            if made:
                made = with_header(made, random)
                return replace(made, question=typed(made.question, random))

    def _made(self, random: Random, *, last: bool) -> Example | None:
        name, answerable, _ = random.choices(_SOURCES, [share for *_, share in _SOURCES])[0]
        examples = read_examples(self.data / f"{name}.jsonl.gz", answerable)
        changed_share, beside_share = (_LAST_CHANGED, _LAST_BESIDE) if last else (_CHANGED, _BESIDE)
        place = random.randrange(len(examples))
        example, chance = examples[place], random.random()
        if answerable and chance < changed_share:
            # A neighbour in the file is often on the same article: a name that could be meant.
            near = examples[(place + random.randint(5, 40)) % len(examples)]
            changed = asked_otherwise(example, near, random)
            window = cut(example, random)
            return changed and window and replace(window, question=changed.question, answer=None)
        beside = answerable and chance < changed_share + beside_share
        return cut(example, random, without_answer=beside)

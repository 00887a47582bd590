"""The stream of training examples: the n-th one depends on the seed and n alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.reader_training.examples import Example, read_examples
from scripts.reader_training.exercises import in_passage, read_exercises
from scripts.reader_training.meetings import invent
from scripts.reader_training.noise import asked_otherwise, typed
from scripts.reader_training.remarks import remarked
from scripts.reader_training.vagueness import told_vaguely, with_vague_neighbour
from scripts.reader_training.windows import cut, with_header

# File, whether its answerable questions are meant, and how often: read in this share.
SOURCES = (
    ("squad-train", True, 62),
    ("squad-train", False, 0),  # as often as the stage says
    ("nq-qed-train", True, 12),
    ("qamr", True, 5),
    ("qasrl", True, 2),
    ("policyqa", True, 1),
    ("covidqa", True, 2),
)


class _Stage(NamedTuple):
    """From which example on, and the shares of the answerable ones made unanswerable.

    `blurred` is the share that stays answerable beside something made vague, `unanswerable` how
    often a question is taken that people wrote for a text that doesn't answer it, and `remarks` the
    share, besides the invented meetings, of those whose sentences are given to speakers. Of all,
    `exercises` is the share of those that were written for it, and `meetings` of invented ones.
    """

    since: int
    changed: float
    beside: float
    vague: float = 0.0
    blurred: float = 0.0
    unanswerable: int = 16
    remarks: float = 0.0
    exercises: float = 0.0
    meetings: float = 0.22


# The later parts of the run learn to say no: more of what is on the topic and doesn't answer.
SMALL = (
    _Stage(0, changed=0.10, beside=0.10, meetings=0.0),
    _Stage(30_000, changed=0.10, beside=0.10),  # now that the model can read
    _Stage(108_000, changed=0.20, beside=0.13),
    _Stage(144_000, changed=0.16, beside=0.10, vague=0.08, blurred=0.08),
    _Stage(236_000, changed=0.12, beside=0.08, vague=0.08, blurred=0.08, unanswerable=30),
    _Stage(248_000, 0.12, 0.08, vague=0.08, blurred=0.08, unanswerable=30, remarks=0.3),
    _Stage(
        268_000, 0.12, 0.08, vague=0.08, blurred=0.08, unanswerable=30, remarks=0.3, exercises=0.4
    ),
)
# A larger model learns from fewer examples, so it meets all kinds of them from the first on.
LARGE = (
    _Stage(0, 0.10, 0.10, unanswerable=20, remarks=0.1, exercises=0.15, meetings=0.05),
    _Stage(
        5_000, 0.12, 0.08, 0.04, 0.06, unanswerable=30, remarks=0.2, exercises=0.3, meetings=0.1
    ),
)


@dataclass(frozen=True, slots=True)
class Mixture:
    data: Path
    seed: int
    stages: tuple[_Stage, ...] = SMALL

    def example(self, number: int) -> Example:
        """The example, ready for the model: cut, with a header, its question as typed."""
        random = Random(f"{self.seed}:{number}")
        stage = max(stage for stage in self.stages if stage.since <= number)
        if stage.exercises and random.random() < stage.exercises:
            made = in_passage(random.choice(read_exercises()), random)
            return replace(made, question=typed(made.question, random))
        if stage.meetings and random.random() < stage.meetings:
            made = invent(random)
            return replace(made, question=typed(made.question, random))
        if stage.remarks and random.random() < stage.remarks:
            made = self._remarked(random)
            return replace(made, question=typed(made.question, random))
        while True:
            made = self._made(random, stage)
            if made:
                made = with_header(made, random)
                return replace(made, question=typed(made.question, random))

    def _remarked(self, random: Random) -> Example:
        examples = read_examples(self.data / "squad-train.jsonl.gz", True)
        while True:
            made = remarked(random.choice(examples), random)
            if made:
                return made

    def _made(self, random: Random, stage: _Stage) -> Example | None:
        shares = [share if meant else stage.unanswerable for _, meant, share in SOURCES]
        name, answerable, _ = random.choices(SOURCES, shares)[0]
        examples = read_examples(self.data / f"{name}.jsonl.gz", answerable)
        place = random.randrange(len(examples))
        # A neighbour in the file is often on the same article: a name that could be meant.
        near = examples[(place + random.randint(5, 40)) % len(examples)]
        next_to = examples[(place + random.choice((-2, -1, 1, 2))) % len(examples)]
        example, chance = examples[place], random.random() if answerable else 1.0
        if (chance := chance - stage.changed) < 0:
            changed = asked_otherwise(example, near, random)
            window = cut(example, random)
            return changed and window and replace(window, question=changed.question, answer=None)
        if (chance := chance - stage.beside) < 0:
            return cut(example, random, without_answer=True)
        if (chance := chance - stage.vague) < 0:
            window = cut(example, random)
            return window and told_vaguely(window, random)
        if chance < stage.blurred:
            example = with_vague_neighbour(example, next_to, random) or example
        return cut(example, random)

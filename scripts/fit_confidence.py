"""Fit the confidence of the sentence reader: fit_confidence.py HOME QUESTIONS [HOME QUESTIONS …]

Each pair is an index and questions on its reports. What another pair's questions get is wrong by
definition, and counts a quarter: so the function also knows what is off the topic. Prints the
coefficients, and what a threshold refuses.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from qa import Assistant, Settings
from qa.evaluation import evaluate
from qa.questions import read_questions
from qa.sentence_reader import best_features

_OFF_TOPIC = 0.25


class Case(NamedTuple):
    covered: float
    lead: float
    right: bool
    own: bool


def collect(home: str, files: list[str], own: str) -> list[Case]:
    cases = []
    with closing(Assistant.open(Settings.load(home=Path(home), refuse_below=0))) as assistant:
        for file in files:
            single = [q for q in read_questions(Path(file)) if not q.earlier]
            for result in evaluate(assistant, single):
                features = best_features(result.question.question, result.answer.evidence)
                if features:
                    right = file == own and result.supported
                    cases.append(Case(*features, right=right, own=file == own))
    return cases


def main() -> None:
    homes, files = sys.argv[1::2], sys.argv[2::2]
    pairs = zip(homes, files, strict=True)
    cases = [case for home, file in pairs for case in collect(home, files, file)]
    x = np.array([[case.covered, case.lead] for case in cases])
    right = np.array([case.right for case in cases])
    own = np.array([case.own for case in cases])
    model = LogisticRegression(C=10).fit(x, right, sample_weight=np.where(own, 1, _OFF_TOPIC))
    chance = model.predict_proba(x)[:, 1]
    print(f"intercept {model.intercept_[0]:.2f}, covered and lead {model.coef_[0].round(2)}")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4):
        refused = chance < threshold
        print(
            f"below {threshold}: refuses {refused[~own].mean():.2f} of what is off the topic, "
            f"{refused[own & ~right].mean():.2f} of the wrong and {refused[right].mean():.2f} of "
            "the right answers"
        )


if __name__ == "__main__":
    main()

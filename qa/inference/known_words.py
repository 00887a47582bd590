"""The words that the packaged encoder's tokenizer has whole: some 20,000 common English ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qa.inference.weights import encoder_folder


@cache
def known_words() -> frozenset[str]:
    listed = Path(encoder_folder(), "vocab.txt").read_text(encoding="utf-8")
    return frozenset(word for word in listed.split("\n") if word.isalpha())

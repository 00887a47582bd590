"""Runs the models: texts become vectors, and a question with texts the spans that answer.

In: texts. Out: unit vectors from an `Embedder` (a seam), and scored spans from a `SpanModel`. Open
`embedder` first, then `span_model`. Other modules make the two fast on a CPU (`packing`,
`attention`, `linear`, `memory`, `precision`). `weights` checks what ships, and
`known_words` has the encoder's English.
"""

from qa.inference.embedder import Embedder
from qa.inference.embedding import PACKAGED_SHA256, SentenceTransformerEmbedder
from qa.inference.known_words import known_words
from qa.inference.precision import pick_dtype
from qa.inference.span_model import SpanModel, Text
from qa.inference.spans import Reading
from qa.inference.weights import (
    READER,
    SUMS,
    VERIFIER,
    WEIGHTS,
    WORDS,
    encoder_folder,
    packaged_model,
)

__all__ = [
    "PACKAGED_SHA256",
    "READER",
    "SUMS",
    "VERIFIER",
    "WEIGHTS",
    "WORDS",
    "Embedder",
    "Reading",
    "SentenceTransformerEmbedder",
    "SpanModel",
    "Text",
    "encoder_folder",
    "known_words",
    "packaged_model",
    "pick_dtype",
]

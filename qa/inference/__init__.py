"""Runs the models: texts become vectors, and a question with texts the spans that answer.

In: texts. Out: unit vectors from an `Embedder` (a seam), and scored spans from a `SpanModel`. Open
`embedder` first, then `span_model`. Other modules make the two fast on a CPU (`packing`,
`attention`, `linear`, `memory`, `precision`). `sources` says where a model comes from, `weights`
checks what ships, and `known_words` has the encoder's English.
"""

from qa.inference.embedder import Embedder
from qa.inference.embedding import PACKAGED_SHA256, SentenceTransformerEmbedder
from qa.inference.known_words import known_words
from qa.inference.larger_encoder import larger_folder
from qa.inference.larger_weights import LARGER, check_larger, differences, larger_is_there
from qa.inference.packing import Tokens
from qa.inference.precision import pick_device, pick_dtype
from qa.inference.sources import Larger, Located, Packaged, Source
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
    "LARGER",
    "PACKAGED_SHA256",
    "READER",
    "SUMS",
    "VERIFIER",
    "WEIGHTS",
    "WORDS",
    "Embedder",
    "Larger",
    "Located",
    "Packaged",
    "Reading",
    "SentenceTransformerEmbedder",
    "Source",
    "SpanModel",
    "Text",
    "Tokens",
    "check_larger",
    "differences",
    "encoder_folder",
    "known_words",
    "larger_folder",
    "larger_is_there",
    "packaged_model",
    "pick_device",
    "pick_dtype",
]

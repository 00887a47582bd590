"""A question -> evidence: both rankings of the passages, fused.

In: a question, a store and an embedder. Out: `Evidence`, best first. Open `retriever`.
"""

from qa.retrieval.retriever import Retriever

__all__ = [
    "Retriever",
]

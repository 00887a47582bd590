"""Questions worth asking, each with the sentence that answers it.

In: reports. Out: questions that have been asked and have an answer. Open `suggesting` first.
"""

from qa.suggestions.suggesting import Suggestion, suggest, suggest_first

__all__ = [
    "Suggestion",
    "suggest",
    "suggest_first",
]

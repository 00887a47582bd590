"""A reader whose rule can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from qa.reading.reader import cite
from qa.text.sentences import split_sentences
from qa.text.terms import stems, telling_words
from qa.types import Answer, Evidence


class FirstSentenceReader:
    """Answers with the first sentence that has a telling word of the question."""

    name = "first sentence"

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        wanted = set(stems(" ".join(telling_words(question))))
        for item in evidence:
            for span in split_sentences(item.text):
                if wanted & set(stems(item.text[slice(*span)])):
                    citation = cite(item, span)
                    return Answer(
                        question=question,
                        answer=citation.quote,
                        confidence=1.0,
                        level="sure",
                        citations=(citation,),
                        evidence=tuple(evidence),
                    )
        return Answer(question=question, answer=None, confidence=0.0, evidence=tuple(evidence))

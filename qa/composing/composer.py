"""An answer -> the sentences that a language model makes of its evidence, each checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.composing.checking import unsupported
from qa.composing.endpoint import Endpoint
from qa.composing.prompting import Draft, drafts, messages
from qa.reading import cite
from qa.text import split_sentences
from qa.types import Answer, Citation

_MOST_SENTENCES = 16  # that a model is shown
_PASSAGES = 3  # of which the sentences are shown beside those that were cited
_MOST_CHARS = 600  # of such a sentence


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence that a model wrote. With a `struck` reason it isn't to be shown as an answer."""

    text: str
    citations: tuple[Citation, ...] = ()
    struck: str | None = None


@dataclass(frozen=True, slots=True)
class Composer:
    """Asks the model at `endpoint`."""

    endpoint: Endpoint

    @property
    def name(self) -> str:
        return self.endpoint.model

    def compose(self, answer: Answer) -> Iterator[Written]:
        """The sentences as they come, in the model's order. A refusal stays one: nothing comes.

        Raises:
            ComposingError: the model doesn't answer, or breaks off. What came before stands.
        """
        if answer.answer is None or answer.level == "none" or not answer.citations:
            return
        sentences = shown(answer)
        for draft in drafts(self.endpoint.write(messages(answer.question, sentences))):
            yield checked(draft, sentences)


def shown(answer: Answer) -> list[Citation]:
    """The sentences that were cited, then those of the best passages, each once."""
    items = [citation for item in answer.items for citation in item.citations[:1]]
    best = [
        cite(passage, span)
        for passage in answer.evidence[:_PASSAGES]
        for span in split_sentences(passage.text)
        if span.end - span.start <= _MOST_CHARS
    ]
    once: dict[tuple[str, int], Citation] = {}
    for one in (*answer.citations, *items, *best):
        once.setdefault((one.report_id, one.start), one)
    return list(once.values())[:_MOST_SENTENCES]


def checked(draft: Draft, sentences: Sequence[Citation]) -> Written:
    """The sentence with its citations, or struck."""
    if not all(1 <= number <= len(sentences) for number in draft.numbers):
        return Written(draft.text, (), "it cites what it wasn't shown")
    cited = [sentences[number - 1] for number in draft.numbers]
    reason = unsupported(draft.text, [one.quote for one in cited])
    return Written(draft.text, () if reason else tuple(map(_whole, cited)), reason)


def _whole(citation: Citation) -> Citation:
    """All of the quote answers."""
    start, end = citation.start, citation.end
    return replace(citation, answer=citation.quote, answer_start=start, answer_end=end)

"""Two questions in one: each part is answered, and both are cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from qa.answering.library import Library, Understand
from qa.answering.passages import sentence_item
from qa.answering.replies import listing, refusal, together
from qa.types import Answer, Asked, Filter, Item


class _Answers(Protocol):
    def __call__(
        self, readings: Sequence[Asked], library: Library, limit: int | None
    ) -> Answer: ...


def both(
    asked: Asked,
    library: Library,
    limit: int | None,
    understand: Understand | None,
    answers: _Answers,
) -> Answer:
    """The answers of all parts as items. What wasn't found is said."""
    found = [_part(asked, one, library, limit, understand, answers) for one in asked.parts]
    given = [one for one in found if one.answer is not None]
    if not given:
        return refusal(asked, [item for one in found for item in one.evidence])
    items = [item for one in given for item in _items(library, one)]
    lacking = [part for part, one in zip(asked.parts, found, strict=True) if one.answer is None]
    hint = together(*(one.hint for one in given), *(f"Not found: {part}" for part in lacking))
    sure = not lacking and all(one.level == "sure" for one in given)
    answer = listing(asked, items, "fact", level="sure" if sure else "unsure", hint=hint)
    evidence = tuple(item for one in found for item in one.evidence)
    return replace(answer, support="list", evidence=evidence)


def _part(
    asked: Asked,
    part: str,
    library: Library,
    limit: int | None,
    understand: Understand | None,
    answers: _Answers,
) -> Answer:
    """The part under its own filter, or else under the whole question's."""
    readings = understand(part) if understand else ()
    plain = replace(asked, text=part, kind="fact", aspect=None, matter="", parts=(), hint=None)
    own = [_within(asked, replace(one, parts=())) for one in readings]
    return answers(own or [plain], library, limit)


def _within(asked: Asked, part: Asked) -> Asked:
    if part.filter != Filter():
        return part
    return replace(part, filter=asked.filter, applied=asked.applied)


def _items(library: Library, answer: Answer) -> Sequence[Item]:
    """What the part's answer consists of: its items, or its first citation."""
    return answer.items or [sentence_item(library, answer.citations[0])]

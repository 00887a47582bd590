"""A question and the turns before it -> readings to try, the most likely first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.questions.alone import read
from qa.questions.beside import read_beside
from qa.questions.carrying import Before
from qa.questions.collection import Collection
from qa.questions.composing import composed
from qa.questions.conversation import Meaning, in_full, meanings
from qa.questions.filters import Resolved, resolve
from qa.questions.hints import reply
from qa.questions.language import ENGLISH, language_of
from qa.questions.lead_ins import without_lead_in
from qa.questions.parts import split
from qa.questions.pointing import BARE, points_back
from qa.questions.spelling import is_known
from qa.questions.translation import in_english
from qa.types import Asked, Filter, Turn

# Of these, a filter by days, place or body may hide the answer, which another report may tell.
_ELSEWHERE = ("fact", "yes_no", "statements")


def understand(
    question: str, conversation: Sequence[Turn], collection: Collection
) -> tuple[Asked, ...]:
    """What the question may mean. There is always one reading, and seldom more than three.

    A later reading is worth a try only where an earlier one has no sure answer: it is the question
    without the turns before it, or without a filter that may be wrong.
    """
    hint = reply(question, collection, lambda word: is_known(word, collection))
    if hint:
        return (Asked(text=question, kind="hint", hint=hint),)
    foreign = _foreign(question, collection)
    if foreign:
        return foreign
    found = meanings(question, conversation, collection)
    return tuple(
        reading
        for at, meaning in enumerate(found)
        for reading in _readings(meaning, question, collection, last=at + 1 == len(found))
    )


def standalone(question: str, conversation: Sequence[Turn]) -> str:
    """The question with what came before in it, where nothing is known of the reports."""
    return in_full(question, conversation, Collection())[0]


def _readings(meaning: Meaning, typed: str, collection: Collection, last: bool) -> list[Asked]:
    text = meaning.text
    if meaning.question and meaning.before is not None:
        return [read_beside(meaning.question, meaning.before, collection)]
    reading = read(text, collection)
    shown = None if _same(text, typed) else text
    parts = _parts(text, collection)
    first = read(parts[0], collection).asked if parts else reading.asked
    asked = replace(first, text=text, read_as=shown, parts=parts)
    if not (last and asked.filter and asked.kind in _ELSEWHERE and not reading.resolved.clear):
        return [asked]
    return [asked, replace(asked, filter=Filter(), applied=())]


def _same(text: str, typed: str) -> bool:
    """Whether a user would see no difference: what was said before a question is none."""
    short, long = (_bare(words) for words in (text, without_lead_in(typed)))
    return short == long or (long.endswith(f" {short}") and len(short.split()) > 1)


def _bare(words: str) -> str:
    return " ".join(words.strip(" ?.!").lower().split())


def _parts(text: str, collection: Collection) -> tuple[str, ...]:
    """Each question of two in one, with its missing words from the other."""
    found = split(text)
    if not found:
        return ()
    left, right = found
    first, second = (resolve(part, collection.index) for part in found)
    if (first.named or BARE.fullmatch(right.rstrip("?"))) and not second.named:
        right = _filled(right, second, left, collection)
    if second.named and not first.named:
        left = _filled(left, first, right, collection)
    return left, right


def _filled(part: str, resolved: Resolved, other: str, collection: Collection) -> str:
    reading = read(other, collection)
    before = Before(other, reading.asked, reading.resolved)
    typed = part if points_back(part, resolved) else f"and {part}"
    return composed(typed, resolved, before) or _as_asked(part, other)


def _as_asked(part: str, other: str) -> str:
    """«for how much?» beside «who won the bid?» -> «for how much won the bid?»"""
    rest = other.split(maxsplit=1)[1:]
    return " ".join([part.rstrip("?"), *rest]) if BARE.fullmatch(part.rstrip("?")) else part


def _foreign(question: str, collection: Collection) -> tuple[Asked, ...]:
    """Readings of a question that is in another language than the reports, if it is."""
    spoken, reports = language_of(question), collection.language
    if spoken in (None, reports):
        return ()
    told = f"The reports are in {reports}."
    text, lost = in_english(question, collection.vocabulary())
    if reports != ENGLISH or lost:
        return (
            Asked(
                text=question,
                kind="hint",
                hint=f"{told} Ask in {reports}, please.",
                language=spoken,
            ),
        )
    asked = read(text, collection).asked
    hint = f"{told} Your question was read word by word; ask in {reports} to be sure."
    return (replace(asked, read_as=text, hint=hint, language=spoken),)

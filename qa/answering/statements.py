"""What did she say? All statements of a person, or those on a matter, each as it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.choosing import chosen, in_reach, of_day
from qa.answering.facts import read
from qa.answering.library import Library
from qa.answering.passages import sentence_item, sentences
from qa.answering.persons import name_words
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import listing, refusal
from qa.answering.roles import asked_role, is_role
from qa.answering.speakers import Said, said_by, said_with
from qa.types import Answer, Asked, Citation, Item, Level, Meeting

_MOST, _ON_IT = 60, 20  # statements, and those on a matter
_ENOUGH, _SOME = 0.55, 0.4  # of the matter's weight: on it for sure, or perhaps
_UNSAID = 0.33  # of its weight, that a word counts which the reports don't use
_JUST_BEFORE = 250  # characters before a statement, in which one word of several is told
_BEST = 0.6  # of the best one's share, that others on the matter have as well
_WHO = re.compile(r"\b(?:who|which)\b", re.I)
# Whom no name tells: «the Norwegian guest».
_NAMELESS = frozenset(
    "guest visitor representative delegate spokesman spokeswoman spokesperson speaker".split()
)
_NAMING = "Sentences that name the person. They may be what others said."
_STANCES = (
    ("opposes", re.compile(r"\b(?:oppos\w+|disagre\w+|object\w*|dissent\w*|against)\b", re.I)),
    ("supports", re.compile(r"\b(?:support\w*|favou?r\w*|back(?:s|ed))\b", re.I)),
)


def statements(asked: Asked, library: Library, limit: int | None) -> Answer:
    """By date. On a matter: those on it, best first. Else what the reader finds of this person."""
    among = in_reach(asked, library, chosen(asked, library, by_matter=False).meetings)
    said = _said(asked, library, of_day(asked, among)) or _said(asked, library, among)
    on = wanted(asked.matter, [one.text for one in said])
    if said and not on:
        hint = f"{_MOST} of {len(said)} are shown." if len(said) > _MOST else None
        return _told(asked, said[-_MOST:], "sure", hint)
    ranked = _ranked(said, on)
    if ranked and ranked[0][0] >= _ENOUGH:
        return _led(asked, library, limit, ranked)
    return _by_reader(asked, library, limit, ranked)


def _led(
    asked: Asked, library: Library, limit: int | None, ranked: Sequence[tuple[float, Said]]
) -> Answer:
    """The statements on the matter. What the reader finds in one of them comes first."""
    found = read(asked, library, limit) if asked.person else None
    shown = _on_it(ranked)
    if found is None or found.answer is None or not _is_one(found.citations[0], ranked):
        told = _told(asked, shown, "sure")
        return replace(told, evidence=found.evidence if found else ())
    first = found.citations[0]
    others = [one.as_item() for one in shown if not _overlaps(one, first)]
    items = [sentence_item(library, first, label=asked.person), *others]
    answer = listing(asked, items, "statements")
    return replace(answer, confidence=found.confidence, evidence=found.evidence)


def _said(asked: Asked, library: Library, among: Sequence[Meeting]) -> list[Said]:
    if asked.person:
        return said_by(asked.person, library, among)
    stance = next((name for name, words in _STANCES if words.search(asked.text)), None)
    return said_with(stance, library, among) if stance else []


def takes_side(asked: Asked) -> bool:
    """Whether it is asked who was for or against something, of nobody by name."""
    who = not asked.person and _WHO.search(asked.text)
    return bool(who) and any(words.search(asked.text) for _, words in _STANCES)


def _ranked(said: Sequence[Said], on: Wanted) -> list[tuple[float, Said]]:
    """By what they say with their heading; of the like, those first that say it themselves."""
    shares = [(on.share(one.about), on.share(one.text), one) for one in said]
    ranked = sorted(shares, key=lambda each: (-each[0], -each[1]))
    return [(share, one) for share, _, one in ranked]


def _on_it(ranked: Sequence[tuple[float, Said]]) -> list[Said]:
    least = max(_ENOUGH, _BEST * ranked[0][0])
    return [one for share, one in ranked if share >= least][:_ON_IT]


def _told(asked: Asked, said: Sequence[Said], level: Level, hint: str | None = None) -> Answer:
    items = [one.as_item() for one in said]
    return listing(asked, items, "statements", level=level, hint=hint)


def _by_reader(
    asked: Asked, library: Library, limit: int | None, ranked: Sequence[tuple[float, Said]]
) -> Answer:
    """What the reader finds, if it is this person's. Else what comes near the matter."""
    naming = [] if ranked or asked.matter else _naming(asked, library)
    if naming:
        return listing(asked, naming, "statements", level="unsure", hint=_NAMING)
    found = read(asked, library, limit)
    if found.answer is not None and _is_theirs(asked, found.citations[0], ranked):
        items = tuple(sentence_item(library, one) for one in found.citations)
        return replace(found, kind="statements", items=items)
    near = _near(asked, ranked)
    if near:
        hint = f"They may not be on “{asked.matter}”."
        return _told(asked, near, "unsure", hint)
    missing = f"Nothing that {asked.person} said on “{asked.matter}” was found."
    return refusal(asked, found.evidence, missing if ranked and asked.person else None)


def _near(asked: Asked, ranked: Sequence[tuple[float, Said]]) -> list[Said]:
    """Statements with some of the matter, or of this person where it was just spoken of."""
    some = [one for share, one in ranked if share >= _SOME]
    told = [one for _, one in ranked if asked.person and _is_around(asked, one, ranked)]
    return (some or told)[:_ON_IT]


def _is_around(asked: Asked, said: Said, ranked: Sequence[tuple[float, Said]]) -> bool:
    """Whether what was said right before is on it. A word that nobody says there counts less."""
    arounds = [one.around for _, one in ranked]
    on = wanted(asked.matter, arounds)
    known = on.told_in(arounds).weights
    weights = {stem: w if stem in known else _UNSAID * w for stem, w in on.weights.items()}
    near = said.around[-len(said.text) - _JUST_BEFORE :]
    return Wanted(weights).share(said.around if known == on.weights else near) >= _ENOUGH


def _naming(asked: Asked, library: Library) -> list[Item]:
    """Sentences that name the person, where the records have nothing that he or she said."""
    evidence = library.retrieve(asked.text, limit=None, where=asked.filter or None)
    named = (one for one in sentences(evidence) if asked.person and _names(asked.person, one.text))
    return [sentence_item(library, one.citation(library)) for one in named][:_ON_IT]


def _is_theirs(asked: Asked, citation: Citation, ranked: Sequence[tuple[float, Said]]) -> bool:
    """Whether the quote is one of the person's statements, or names the person."""
    if _is_one(citation, ranked):
        return True
    if citation.quote.rstrip().endswith("?"):  # it was asked, mostly of the person
        return False
    return asked.person is None or _names(asked.person, citation.quote)


def _is_one(citation: Citation, ranked: Sequence[tuple[float, Said]]) -> bool:
    return any(_overlaps(one, citation) for _, one in ranked)


def _overlaps(said: Said, citation: Citation) -> bool:
    start, end = said.statement.span
    same = said.report.id == citation.report_id
    return same and start < citation.end and citation.start < end


def _names(person: str, quote: str) -> bool:
    words = name_words(person)
    if not words:
        role = asked_role(person) or person
        said = asked_role(quote)
        return said is not None and is_role(role, said)
    found = name_words(quote)
    return words[-1] in found or (words[-1] in _NAMELESS and words[0] in found)

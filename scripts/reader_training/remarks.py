"""Sentences of other sets as remarks at a meeting: who says what, and whom «he» means.

The sentences of a passage are given to speakers: «JAPAN said that …. She added that …». Who said a
thing is asked in the words of the people who asked about the sentence, seldom the sentence's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from qa.text import split_sentences, telling_words
from qa.types import Span
from scripts.reader_training.examples import Example
from scripts.reader_training.meetings import Meeting, person
from scripts.reader_training.vocabulary import WORDS

_SHORTEST, _LONGEST, _MOST = 25, 320, 5  # characters of a remark, and remarks
_SAYS = (
    "said that;said;noted that;stressed that;pointed out that;reported that;recalled that;"
    "emphasized that;explained that;argued that;observed that;highlighted that;underlined that"
).split(";")
_GOES_ON = (
    "He added that;She added that;He also said;She also noted that;They added that;He further said"
    ";She explained that;He said that;In her view,;He recalled that"
).split(";")
_BEFORE = ("According to {}, ", "As {} put it, ", "It was noted by {} that ")
_TOGETHER = (", supported by {},", ", with {},", ", for {},", " and others")
_ASKED_OF_ANY = "Who;who;Which delegate;Which speaker;which participant;Name the speaker who"
_ASKED_OF_A_COUNTRY = "Which country;Which Party;which delegation;Whose delegate"
_TOLD = "said;mentioned;noted;pointed out;told the meeting;explained;remarked;reported"
_AUXILIARY = re.compile(r"\b(?:did|do|does)\s+", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:Who|What) (?!(?:did|do|does|is|are|was|were|has|have|had|can|will)\b)")
_OPENS = frozenset(
    "the a an in on at it its this that these those there their his her he she they as by for from "
    "after before during while although since most many some one two three both all each "
    "however to with under among other another only born once throughout moreover additionally "
    "first having about despite because if when where who what several many few such".split()
)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """`name` is the answer; `shown` how the remark introduces them."""

    name: str
    shown: str
    is_country: bool


@dataclass(frozen=True, slots=True)
class _Remark:
    """`speaker` is None where nobody is named; `said` is the sentence's place in `text`, `by` the
    name's, if the remark has it.
    """

    text: str
    said: Span
    speaker: _Speaker | None
    by: Span | None


def remarked(example: Example, random: Random) -> Example | None:
    """A question on who said what in the example's text, or on what somebody said there.

    None if the text has too few sentences for it, or none that can be a remark.
    """
    sentences = [
        s for s in split_sentences(example.text) if _SHORTEST <= s.end - s.start <= _LONGEST
    ]
    at = next((n for n, s in enumerate(sentences) if _inside(example.answer, s)), None)
    if at is None or example.answer is None or len(sentences) < 2:
        return None
    first = random.randint(max(0, at - _MOST + 1), at)
    chosen = sentences[first : first + random.randint(max(2, at - first + 1), _MOST)]
    held, chance = chosen.index(sentences[at]), random.random()
    if chance < 0.14:
        return _asked_in_vain(example, chosen, held, random)
    remarks = _remarks([example.text[slice(*s)] for s in chosen], held, random)
    if chance < 0.62:
        return _who(example, remarks, held, random)
    return _what(example, remarks, held, chosen[held], random)


def _inside(answer: Span | None, sentence: Span) -> bool:
    return bool(answer and sentence.start <= answer.start and answer.end <= sentence.end)


def _asked_in_vain(
    example: Example, chosen: Sequence[Span], held: int, random: Random
) -> Example | None:
    """Who said it, where nobody did: the sentence is left out, or has no speaker."""
    texts = [example.text[slice(*s)] for s in chosen]
    remarks = _remarks(texts, held, random)
    speaker = remarks[held].speaker or _speaker(random)
    if random.random() < 0.25:
        bare = _Remark(texts[held], Span(0, len(texts[held])), None, None)
        told = [bare, *remarks[held + 1 :]] if _names(remarks[held + 1 :]) else [bare]
        before = remarks[:held] if random.random() < 0.3 else []
        remarks = [*before, *told]
    elif len(texts) > 1:
        remarks = _remarks([text for n, text in enumerate(texts) if n != held], -1, random)
    else:
        return None
    return _example(_asks(example, speaker, random), remarks, None, random)


def _names(remarks: Sequence[_Remark]) -> bool:
    """Whether the first of them says whose it is."""
    return bool(remarks) and remarks[0].by is not None


def _who(example: Example, remarks: list[_Remark], held: int, random: Random) -> Example | None:
    speaker = remarks[held].speaker
    named = max((n for n in range(held + 1) if remarks[n].by), default=None)
    if speaker is None or named is None:
        return None
    by = remarks[named].by
    return _example(_asks(example, speaker, random), remarks, by and (named, by), random)


def _what(
    example: Example, remarks: list[_Remark], held: int, sentence: Span, random: Random
) -> Example | None:
    """The example's own question, often about what one of the speakers said."""
    remark, answer = remarks[held], example.answer
    if answer is None or remark.speaker is None:
        return None
    place = Span(*(at - sentence.start + remark.said.start for at in answer))
    others = [r.speaker for r in remarks if r.speaker and r.speaker.name != remark.speaker.name]
    question, chance = example.question.rstrip("? "), random.random()
    if chance < 0.35:
        return _example(example.question, remarks, (held, place), random)
    if chance < 0.70 or not others:
        return _example(
            _according(question, remark.speaker, random), remarks, (held, place), random
        )
    return _example(_according(question, random.choice(others), random), remarks, None, random)


def _according(question: str, speaker: _Speaker, random: Random) -> str:
    name = (
        speaker.name.title() if speaker.name.isupper() and len(speaker.name) > 4 else speaker.name
    )
    lower = question[0].lower() + question[1:]
    return random.choice(
        (
            f"{question}, according to {name}?",
            f"According to {name}, {lower}?",
            f"{question} ({name})?",
        )
    )


def _asks(example: Example, speaker: _Speaker, random: Random) -> str:
    """«Which country mentioned which team won …»."""
    kinds = _ASKED_OF_ANY + (f";{_ASKED_OF_A_COUNTRY}" * 2 if speaker.is_country else "")
    who, told = random.choice(kinds.split(";")), random.choice(_TOLD.split(";"))
    words = example.text[slice(*example.answer)] if example.answer else ""
    asked = example.question.rstrip("? ")
    plain = _AUXILIARY.sub("", asked, count=1)
    ways = [f"{told} {plain[0].lower()}{plain[1:]}", f"spoke of {' '.join(telling_words(asked))}"]
    if _SUBJECT.match(asked):
        ways += [f"said that {words} {asked.split(' ', 1)[1]}"] * 2
    elif asked.startswith(("When did", "Where did")):
        ways += [f"said that {plain.split(' ', 1)[1]} {words}"] * 2
    return f"{who} {random.choice(ways)}?"


def _remarks(texts: Sequence[str], held: int, random: Random) -> list[_Remark]:
    """Each sentence with who says it; the one at `held` has a speaker for sure."""
    minutes = random.random() < 0.25
    kind = random.random() < 0.55
    made: list[_Remark] = []
    for n, text in enumerate(texts):
        before = made[-1].speaker if made else None
        if before and not minutes and random.random() < 0.3:
            made.append(_joined(f"{random.choice(_GOES_ON)} ", text, before, None))
        elif n != held and random.random() < 0.12:
            made.append(_Remark(text, Span(0, len(text)), None, None))
        else:
            taken = {r.speaker.name for r in made if r.speaker}
            made.append(_introduced(text, _unlike(taken, kind, minutes, random), minutes, random))
    return made


def _unlike(taken: set[str], kind: bool, minutes: bool, random: Random) -> _Speaker:
    while True:
        speaker = _speaker(random, is_country=kind and not minutes, brief=minutes)
        if speaker.name not in taken:
            return speaker


def _introduced(text: str, speaker: _Speaker, minutes: bool, random: Random) -> _Remark:
    shown = speaker.shown
    if minutes and random.random() < 0.6:
        return _joined(f"{shown}: ", text, speaker, Span(0, len(speaker.name)), lower=False)
    if not minutes and random.random() < 0.12:
        front = random.choice(_BEFORE)
        start = front.index("{")
        front = front.format(shown).replace(",,", ",")
        return _joined(front, text, speaker, Span(start, start + len(speaker.name)))
    if speaker.is_country and random.random() < 0.2:
        shown += random.choice(_TOGETHER).format(random.choice(WORDS["country"]))
    front = f"{shown} {random.choice(_SAYS)} "
    return _joined(front, text, speaker, Span(0, len(speaker.name)))


def _joined(
    front: str, text: str, speaker: _Speaker, by: Span | None, *, lower: bool = True
) -> _Remark:
    opens = text.split(" ", 1)[0].strip(",").lower() in _OPENS
    said = text[0].lower() + text[1:] if lower and opens else text
    return _Remark(front + said, Span(len(front), len(front) + len(said)), speaker, by)


def _speaker(random: Random, *, is_country: bool = True, brief: bool = False) -> _Speaker:
    if brief:
        name = random.choice((random.choice(WORDS["given"]), person(random)))
        return _Speaker(name, name, is_country=False)
    if is_country:
        name = random.choice(WORDS["country"])
        if random.random() < 0.55:
            name = name.removeprefix("the ").upper()
        name = name[0].upper() + name[1:]
        return _Speaker(name, name, is_country=True)
    name = random.choice(
        (
            person(random),
            person(random),
            f"{random.choice(('Ms', 'Mr', 'Chair', 'Co-Chair', 'Dr'))} "
            f"{random.choice(WORDS['family'])}",
        )
    )
    behind = (
        "",
        "",
        f" ({random.choice(WORDS['country'])})",
        f", {random.choice(WORDS['org'])},",
        f", {random.choice(WORDS['role'])} of {random.choice(WORDS['org'])},",
    )
    return _Speaker(name, name + random.choice(behind), is_country=False)


def _example(
    question: str, remarks: Sequence[_Remark], answer: tuple[int, Span] | None, random: Random
) -> Example:
    """`answer` is in the remark of that number."""
    bullets = all(r.by and r.by.start == 0 for r in remarks) and random.random() < 0.4
    between, mark = ("\n", random.choice(("- ", "* ", "  * "))) if bullets else (" ", "")
    if not bullets and random.random() < 0.2:
        between = random.choice(("  ", "\n\n"))
    text, starts = "", []
    for remark in remarks:
        text += (between if text else "") + mark
        starts.append(len(text))
        text += remark.text
    span = None
    if answer is not None:
        number, inside = answer
        span = Span(starts[number] + inside.start, starts[number] + inside.end)
    return Example(question, text, span, Meeting.draw(random).header(random, 0.7))

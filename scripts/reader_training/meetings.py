"""Passages of invented meetings with questions: what articles of an encyclopaedia don't teach.

Chairs, speakers, decisions and attendance in the prose of reports and the bullets of minutes, with
other chairs and speakers beside them; and questions on meetings that didn't say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from qa.types import Span
from scripts.reader_training.examples import Example
from scripts.reader_training.facts import FACTS, Fact
from scripts.reader_training.vocabulary import CLAIMS, WORDS

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact with its slots filled: what the passage says, and where the answer stands in it."""

    fact: Fact
    values: Mapping[str, str]
    text: str
    answer: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    event: str
    day: str  # "3 May 2011"

    @classmethod
    def draw(cls, random: Random) -> Meeting:
        year = random.randint(1990, 2026)
        day = f"{random.randint(1, 28)} {random.choice(WORDS['month'])} {year}"
        return cls(random.choice(WORDS["event"]), day)

    def header(self, random: Random, share: float) -> str:
        """What stands before the passage: each part of it in `share` of the cases."""
        kind = random.choice(("Highlights of ", "Summary of ", "Minutes of ", ""))
        topic = random.choice(WORDS["topic"]).upper()
        parts = [kind + self.event, random.choice(WORDS["city"]), self.day, topic]
        return " · ".join(part for part in parts if random.random() < share)

    def named_in(self, question: str, random: Random) -> str:
        """The question with the meeting that is meant, as users name it."""
        if random.random() < 0.4:
            return f"At {self.event}, {question[0].lower()}{question[1:]}"
        month = self.day.partition(" ")[2]
        ending = "?" if question.endswith("?") else ""
        ways = (
            f"at {self.event}",
            f"({self.event})",
            f"in {month}",
            f", {month}",
            f"on {self.day}",
        )
        return f"{question.rstrip('?.')} {random.choice(ways)}{ending}".replace(" ,", ",")

    def is_other(self, meeting: Meeting) -> bool:
        """Whether every way to name it names another one."""
        months = self.day.partition(" ")[2], meeting.day.partition(" ")[2]
        return self.event != meeting.event and months[0] != months[1]


def invent(random: Random) -> Example:
    """A passage about one meeting and a question on it; two in five of them it doesn't answer."""
    told, meeting, chance = _facts(random), Meeting.draw(random), random.random()
    asked = random.choice(told)
    if chance < 0.09:
        meant = Meeting.draw(random)
        answer = None if meant.is_other(meeting) else asked
        return _example(
            told, answer, meant.named_in(_question(asked, random), random), meeting, 1.0, random
        )
    if chance < 0.27:
        rest = [item for item in told if item is not asked] or _facts(random)[:1]
        left = [item for item in rest if not _tells(item, asked)]
        return _example(
            left, None, _framed(_question(asked, random), meeting, random), meeting, 0.7, random
        )
    other = _other(asked, random) if chance < 0.4 else None
    question = _framed(_question(other or asked, random), meeting, random)
    return _example(told, None if other else asked, question, meeting, 0.7, random)


def _example(
    told: list[_Told],
    asked: _Told | None,
    question: str,
    meeting: Meeting,
    share: float,
    random: Random,
) -> Example:
    text, starts = _laid_out(told, random)
    answer = None
    if asked is not None:
        start = starts[next(n for n, item in enumerate(told) if item is asked)]
        answer = Span(start + asked.answer.start, start + asked.answer.end)
    text = text or f"The meeting was opened at {random.randint(8, 11)}:30."
    return Example(question, text, answer, meeting.header(random, share))


def _tells(item: _Told, asked: _Told) -> bool:
    """Whether another fact might answer as well: the same question, vaguely put."""
    return item.fact.asked == asked.fact.asked


def _facts(random: Random) -> list[_Told]:
    """Some facts; often several of one kind, which a reader has to tell apart."""
    kinds = [random.choice(FACTS) for _ in range(random.randint(2, 6))]
    kinds += [kinds[0]] * random.choice((0, 1, 1, 2, 3))
    random.shuffle(kinds)
    return _distinct([_tell(fact, random) for fact in kinds])


def _distinct(told: list[_Told]) -> list[_Told]:
    """One of a kind where the question would name nothing that tells them apart."""
    kept: list[_Told] = []
    for item in told:
        twins = [other for other in kept if other.fact.asked == item.fact.asked]
        if not any(_confusable(item, twin) for twin in twins):
            kept.append(item)
    return kept


def _confusable(a: _Told, b: _Told) -> bool:
    names = {name for text in a.fact.asked for name in _SLOT.findall(text)}
    vague = any(not _SLOT.search(text) for text in a.fact.asked)
    return vague or any(a.values[n.lower()] == b.values[n.lower()] for n in names)


def _tell(fact: Fact, random: Random, keep: Mapping[str, str] | None = None) -> _Told:
    values = {**_values(random), **(keep or {})}
    template = random.choice(fact.said)
    text, answer, last = "", Span(0, 0), 0
    for match in _SLOT.finditer(template):
        text += template[last : match.start()]
        value = _filled(match.group(1), values)
        if match.group(1).lower() == fact.answer and answer.end == 0:
            answer = Span(len(text), len(text) + len(value))
        text, last = text + value, match.end()
    text += template[last:]
    return _Told(fact, values, text, answer)


def _filled(name: str, values: Mapping[str, str]) -> str:
    value = values[name.lower()]
    if name.isupper() or (name[:-1].isupper() and name[-1].isdigit()):
        return value.upper()
    return value[0].upper() + value[1:] if name[0].isupper() else value


def _question(told: _Told, random: Random) -> str:
    """One that the sentence answers: every name in it stands there."""
    known = told.text.casefold()
    fitting = [
        text
        for text in told.fact.asked
        if all(
            n == "asks" or told.values[n.lower()].casefold() in known for n in _SLOT.findall(text)
        )
    ]
    text = random.choice(fitting or told.fact.asked)
    return _SLOT.sub(lambda m: _filled(m.group(1), told.values), text)


def _other(told: _Told, random: Random) -> _Told:
    """The same question about something that the passage doesn't name, often much like it."""
    names = {n.lower() for text in told.fact.asked for n in _SLOT.findall(text)}
    kept = {n: v for n, v in told.values.items() if n not in names and random.random() < 0.5}
    near = {n: _like(told.values[n], WORDS[n], random) for n in names if n in WORDS}
    return _tell(told.fact, random, {**kept, **near} if random.random() < 0.6 else kept)


def _like(value: str, words: Sequence[str], random: Random) -> str:
    """Another of the words, one that shares the most with it: the next working group."""
    shared = set(value.split())
    others = [word for word in words if word != value]
    most = max(len(shared & set(word.split())) for word in others)
    return random.choice([word for word in others if len(shared & set(word.split())) == most])


def _values(random: Random) -> dict[str, str]:
    """Something for each slot."""
    claim, asks = random.choice(CLAIMS)
    countries, things = random.sample(WORDS["country"], 6), random.sample(WORDS["thing"], 2)
    orgs = random.sample(WORDS["org"], 3)
    year = str(random.randint(1990, 2030))
    people = [_member(random) for _ in range(random.randint(2, 6))]
    return {
        **{name: random.choice(items) for name, items in WORDS.items()},
        **_numbered("country", countries),
        **_numbered("thing", things),
        **_numbered("group", random.sample(WORDS["group"], 2)),
        **_numbered("org", orgs),
        **_numbered("person", [person(random) for _ in range(2)]),
        "people": _listed(people, random),
        "countries": _listed(countries[3 : 3 + random.randint(2, 3)], random),
        "chair": f"Chair {random.choice(WORDS['family'])}",
        "position": f"{random.choice(WORDS['role'])} of {random.choice(WORDS['org'])}",
        "claim": claim,
        "asks": asks,
        "year": year,
        "date": _date(random, year),
        "money": f"{random.choice(WORDS['unit'])} {random.choice(WORDS['amount'])}",
        "share": _share(random),
        "votes": f"{random.randint(20, 200)} votes to {random.randint(1, 90)}",
    }


def _numbered(name: str, values: list[str]) -> dict[str, str]:
    """country, country2, country3 …"""
    return {f"{name}{n if n > 1 else ''}": value for n, value in enumerate(values, start=1)}


def person(random: Random) -> str:
    return f"{random.choice(WORDS['given'])} {random.choice(WORDS['family'])}"


def _member(random: Random) -> str:
    name = person(random)
    return random.choice(
        (name, name, f"{name} ({random.choice(WORDS['org']).removeprefix('the ')})")
    )


def _listed(items: list[str], random: Random) -> str:
    last = random.choice((" and ", ", and ", " and "))
    return ", ".join(items[:-1]) + last + items[-1]


def _date(random: Random, year: str) -> str:
    month, day = random.choice(WORDS["month"]), random.randint(1, 28)
    return random.choice(
        (
            f"{day} {month} {year}",
            f"{month} {day}, {year}",
            f"{day} {month}",
            f"{month} {year}",
            f"{day}-{day + 3} {month} {year}",
            f"{random.choice(WORDS['weekday'])}, {day} {month}",
        )
    )


def _share(random: Random) -> str:
    number = random.randint(1, 95)
    return random.choice((f"{number}%", f"{number} per cent", f"{number}-{number + 5}%", "half"))


def _framed(question: str, meeting: Meeting, random: Random) -> str:
    """As it is, with the meeting that is meant, or with what was asked before."""
    chance = random.random()
    if chance < 0.45:
        return question
    if chance < 0.85:
        return meeting.named_in(question, random)
    before = _tell(random.choice(FACTS), random)
    said = before.text[slice(*before.answer)]
    return f"{_question(before, random)} {said}. {question}"


def _laid_out(told: list[_Told], random: Random) -> tuple[str, list[int]]:
    """Prose, or the bullets of minutes; with where each fact begins."""
    bulleted = random.random() < 0.3
    mark = random.choice(("- ", "* ", "  * ")) if bulleted else ""
    between = "\n" if bulleted else random.choice((" ", " ", "  ", "\n\n"))
    text, starts = "", []
    for item in told:
        text += (between if text else "") + mark
        starts.append(len(text))
        text += item.text
    return text, starts

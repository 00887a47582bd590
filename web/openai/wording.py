"""An answer in words, and where in them the quotes stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from qa import Answer, Citation, Item, Settings, place_address

_UNSURE = "This may not answer your question:"
_NONE = "No sure answer found."
_LINK = " — ["
_SEVERAL = frozenset({"list", "count", "statements", "timeline", "summary", "search"})


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is `citation`'s quote, or the words of it that answer."""

    start: int
    end: int
    title: str
    url: str
    citation: Citation


@dataclass(slots=True)
class Wording:
    """Grows as words are said."""

    settings: Settings
    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def say(self, *words: str) -> None:
        self.text += "".join(words)

    def cite(self, citation: Citation, words: str | None = None) -> None:
        """The quote, or words of it, and a link to its place."""
        words = citation.quote if words is None else words
        title, url = _title(citation), _address(self.settings, citation)
        start = len(self.text)
        self.marks.append(Mark(start, start + len(words), title, url, citation))
        self.say(words)
        self.text += f"{_LINK}{_plain(title)}]({url})"


def put_in_words(answer: Answer, settings: Settings) -> Wording:
    """What the page and the command line say of the answer, in Markdown."""
    told = Wording(settings)
    if answer.kind in ("hint", "ask_back"):
        told.say(answer.hint or "", *(f"\n- {item.meeting}" for item in answer.items))
    elif answer.kind in _SEVERAL and answer.items:
        _say_several(told, answer)
    elif answer.answer is None:
        _say_none(told, answer)
    else:
        _say_one(told, answer)
    if answer.read_as:
        told.say(f"\n\nRead as: {answer.read_as}")
    return told


def answer_in(text: str) -> str | None:
    """The answer in words that were said before, so that a follow-up can point back to it."""
    said = text.strip().removeprefix(_UNSURE).strip().partition("\n\n")[0]
    said = said.partition(_LINK)[0].removeprefix("> ").strip()
    return None if not said or said.startswith(_NONE) else said


def _say_one(told: Wording, answer: Answer) -> None:
    if answer.level == "unsure":
        told.say(_UNSURE, "\n\n")
    # A whole sentence that answers isn't said twice.
    if all(citation.quote != answer.answer for citation in answer.citations):
        told.say(answer.answer or "", "\n\n")
    if answer.hint:
        told.say(answer.hint, "\n\n")
    for number, citation in enumerate(answer.citations):
        told.say("\n\n> " if number else "> ")
        told.cite(citation)


def _say_several(told: Wording, answer: Answer) -> None:
    head = [answer.answer] if answer.kind == "count" else []
    told.say("\n\n".join(part for part in (*head, answer.hint) if part))
    for (meeting, day), items in groupby(answer.items, key=lambda item: (item.meeting, item.day)):
        told.say("\n\n" if told.text else "", f"**{' · '.join(_known(meeting, day))}**")
        for item in items:
            told.say("\n- ")
            _say_item(told, item)


def _say_item(told: Wording, item: Item) -> None:
    if item.label:
        told.say(f"{item.label}: ")
    if item.citations:
        told.cite(item.citations[0], item.answer)
    else:
        told.say(item.answer)


def _say_none(told: Wording, answer: Answer) -> None:
    told.say(_NONE)
    if answer.hint:
        told.say(" ", answer.hint)
    if answer.nearest:
        told.say("\n\nWhat comes nearest:")
    for citation in answer.nearest:
        told.say("\n\n> ")
        told.cite(citation)


def _known(*parts: str | None) -> Iterator[str]:
    return (" ".join(part.split()) for part in parts if part)


def _title(citation: Citation) -> str:
    return " · ".join(_known(citation.title, citation.date, citation.section))


def _address(settings: Settings, citation: Citation) -> str:
    return place_address(settings, citation.report_id, citation.start, citation.end)


def _plain(title: str) -> str:
    """A title can't end the link that it names."""
    return title.replace("[", "(").replace("]", ")")

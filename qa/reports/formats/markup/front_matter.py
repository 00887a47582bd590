"""Front matter: what a text says of itself in YAML between two lines of hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qa.errors import ReportError
from qa.reports.formats.document import Metadata
from qa.text import find_date

_END = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_CHARS = 10_000  # deep nesting in a longer one overflows the YAML parser's stack
# YAML refuses them; in real reports they are remains of a wrong decoding.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_USED = ("title", "date", "event", "place", "url")
_LEADS = ("abstract", "summary", "description")
_LONGEST = 1000  # characters of a value that says something of a meeting
_HEADING = re.compile(r"\s*#{1,6} [^\n]*\n")
_BEGINNING = 80  # characters by which a lead is known again in the body


class Front(NamedTuple):
    """What a file says of itself, the words of that which aren't used, and the text below.

    An abstract is the report's own lead, so it is the text's first paragraph.
    """

    said: Metadata
    rest: str
    text: str


def front_matter(text: str) -> Front:
    """A text without any is its own.

    Raises:
        ReportError: what stands between the lines isn't YAML.
    """
    plain = _CONTROLS.sub("", text) if text.startswith("---\n") else ""
    end = _END.search(plain, 4)
    if not end or end.start() > _CHARS:
        return Front(Metadata(), "", text)
    front = _parse(plain[4 : end.start()])
    if not isinstance(front, Mapping) or not front:
        return Front(Metadata(), "", text)
    said, lead = _said(front), _lead(front)
    rest = [value for name, value in front.items() if not _is_used(name, value, lead)]
    text = _with_lead(plain[end.end() :].strip(), lead, titled=bool(said.title))
    return Front(said, " ".join(_words(rest)), text)


def _lead(front: Mapping[object, object]) -> str:
    """The first abstract, in one paragraph."""
    found = (front[name] for name in _LEADS if isinstance(front.get(name), str))
    leads = (" ".join(str(value).split()) for value in found)
    return next((lead for lead in leads if lead not in _NOTHING), "")


def _is_used(name: object, value: object, lead: str) -> bool:
    if name in _LEADS and isinstance(value, str):
        return " ".join(value.split()) == lead
    return name in _USED and _line(value) is not None


def _with_lead(text: str, lead: str, *, titled: bool) -> str:
    """The lead in front of the text, or below the heading that is the text's own title."""
    if not lead or lead[:_BEGINNING] in " ".join(text.split()):
        return text
    heading = None if titled else _HEADING.match(f"{text}\n")
    at = heading.end() if heading else 0
    parts = (text[:at].strip(), lead, text[at:].strip())
    return "\n\n".join(part for part in parts if part)


def _parse(front: str) -> object:
    """All values are words: what YAML makes of "0xfff", "no" or `<<` is never meant."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(front, Loader=loader)
    # PyYAML lets the last ones through for odd keys and for deep nesting.
    except (yaml.YAMLError, ValueError, LookupError, TypeError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise ReportError(
            f"The front matter isn't YAML: {reason}.", "Put quotes around the value."
        ) from error


def _said(front: Mapping[object, object]) -> Metadata:
    said = {name: _line(front.get(name)) for name in _USED}
    date = said.pop("date")
    return Metadata(date=find_date(date) if date else None, **said)


def _line(value: object) -> str | None:
    """A list or a map is no title; nor are pages of it."""
    if not isinstance(value, str) or len(value) > _LONGEST or value.strip() in _NOTHING:
        return None
    return " ".join(value.split())


def _words(values: list[object]) -> Iterator[str]:
    """Each value once: a reference to another one would multiply it."""
    seen: set[int] = set()
    while values:
        value = values.pop(0)
        if isinstance(value, str):
            yield value
        elif id(value) not in seen:
            seen.add(id(value))
            values = [*_inside(value), *values]


def _inside(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list) else []

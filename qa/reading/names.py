"""Whether some words are a name, and where a name ends."""

from __future__ import annotations

import re

from qa.text import ROLES
from qa.types import Span

_PRONOUNS = frozenset(
    "he she it they we i you who this that these those one ones other others delegates "
    "the a an".split()
)
_PARTICLE_CHARS = 4  # «and», «the», «von»: lower case inside of a name or a list of names
_ARTICLES = re.compile(r"\b(?:the|an?)\b")
_BRACKETS = "()[]«»\"“”'’.,;:"


def is_name(words: str) -> bool:
    """Whether it is one or more names: capitals but for particles, no digits, no pronoun alone."""
    bare = [word.strip(_BRACKETS) for word in words.replace(",", " ").split()]
    bare = [word for word in bare if word]
    if any(c.isdigit() for word in bare for c in word if not word.startswith("G-77")):
        return False
    capitals = [word for word in bare if not word[0].islower() and word.lower() not in _PRONOUNS]
    small = [word for word in bare if word[0].islower()]
    return bool(capitals) and all(len(word) <= _PARTICLE_CHARS or word in ROLES for word in small)


def leading_name(words: str) -> Span:
    """The name in front, such as «the UK» of «the UK would regard».

    It goes up to the last capital before the first plain word.
    """
    end = 0
    for match in re.finditer(r"\S+", words):
        bare = match[0].strip(_BRACKETS)
        if bare[:1].isupper():
            end = match.end()
            if match[0].endswith((".", ";", ":")):
                break
        elif len(bare) > _PARTICLE_CHARS and bare not in ROLES:
            break
    return Span(0, end if is_name(words[:end]) else len(words))


def is_person(words: str) -> bool:
    """Whether it is a name that isn't all capitals. «JAPAN» and «SBI» chair nothing."""
    return is_name(words) and not _ARTICLES.sub("", words).isupper()

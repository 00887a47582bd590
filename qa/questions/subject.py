"""Whether it is a meeting of which a question asks where, when or how long it was."""

from __future__ import annotations

import re

from qa.questions.filters import Resolved
from qa.questions.index import MeetingIndex
from qa.questions.named import covered
from qa.questions.numbering import pair_matches
from qa.questions.titles import singular
from qa.questions.tokens import Token, tokens, without
from qa.questions.vocabulary import ASKING, BODIES, GATHERINGS, HOLDING, OFFICE_WORDS, one_of
from qa.types import Span

_PLAIN = frozenset(
    [*GATHERINGS, *BODIES, *HOLDING, *ASKING, "hosted", "host", "hall", "town hall", "please"]
)
_BESIDE_OFFICE = "executive general deputy vice co acting new".split()
_OFFICE = re.compile(
    rf"(?:{one_of([*OFFICE_WORDS, *_BESIDE_OFFICE])}"
    r"|(?:chair|presid|elect|appoint|moderat|facilitat|host)\w*)s?",
    re.IGNORECASE,
)
_NOUNS = frozenset([*GATHERINGS, *BODIES])


def is_of_a_meeting(
    text: str, resolved: Resolved, index: MeetingIndex, *, offices: bool = False
) -> bool:
    """Whether nothing is named but meetings of the collection, or a meeting in general.

    «when was the Kyoto Protocol adopted?» asks of something else, though Kyoto is a place. With
    `offices` it may ask who had one.
    """
    pairs = [Span(*match.span()) for match in pair_matches(text)]
    if any(not covered(span, resolved.named) for span in pairs):
        return False  # a session that the collection doesn't have
    every = [token for token in tokens(text) if token.tells]
    left = [token for token in tokens(without(text, resolved.spans)) if token.tells]
    if offices:
        left = [token for token in left if not _OFFICE.fullmatch(token.low)]
    other = [t for t in left if not (is_plain(t) or _is_body(t, index))]
    nouns = any(singular(t.low) in _NOUNS or _is_body(t, index) for t in every)
    named = resolved.named or nouns
    return bool(named) and not other


def is_plain(token: Token) -> bool:
    """Whether it says no more than that people met."""
    return singular(token.low) in _PLAIN or token.text.isdigit()


def _is_body(token: Token, index: MeetingIndex) -> bool:
    return token.low in index.short_bodies or token.stem in index.bodies

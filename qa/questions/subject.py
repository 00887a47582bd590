"""Whether it is a meeting of which a question asks where, when or how long it was."""

from __future__ import annotations

from qa.questions.filters import Resolved
from qa.questions.index import MeetingIndex
from qa.questions.named import covered
from qa.questions.numbering import pair_matches
from qa.questions.titles import singular
from qa.questions.tokens import Token, tokens, without
from qa.questions.vocabulary import ASKING, BODIES, GATHERINGS, HOLDING
from qa.types import Span

_PLAIN = frozenset(
    [*GATHERINGS, *BODIES, *HOLDING, *ASKING, "hosted", "host", "hall", "town hall", "please"]
)
_NOUNS = frozenset([*GATHERINGS, *BODIES])


def is_of_a_meeting(text: str, resolved: Resolved, index: MeetingIndex) -> bool:
    """Whether nothing is named but meetings of the collection, or a meeting in general.

    «when was the Kyoto Protocol adopted?» asks of something else, though Kyoto is a place.
    """
    pairs = [Span(*match.span()) for match in pair_matches(text)]
    if any(not covered(span, resolved.named) for span in pairs):
        return False  # a session that the collection doesn't have
    every = [token for token in tokens(text) if token.tells]
    left = [token for token in tokens(without(text, resolved.spans)) if token.tells]
    other = [t for t in left if not (_is_plain(t) or _is_body(t, index))]
    nouns = any(singular(t.low) in _NOUNS or _is_body(t, index) for t in every)
    named = resolved.named or nouns
    return bool(named) and not other


def _is_plain(token: Token) -> bool:
    return singular(token.low) in _PLAIN or token.text.isdigit()


def _is_body(token: Token, index: MeetingIndex) -> bool:
    return token.low in index.short_bodies or token.stem in index.bodies

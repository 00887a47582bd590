"""Where a word may be cut: nowhere inside, and between no letter and its accent."""

from __future__ import annotations

import unicodedata

_MONEY = "$€£¥"
_JOINER = "\u200d"
_IN_NUMBERS = ".,:"
_IN_NAMES = "'’-"


def inside_word(text: str, at: int) -> bool:
    """Whether the signs before and at the offset belong together.

    So do the parts of «US$85», «20%», «12,400», «9:41», «O’Brien» and «Meyer-Lund»; «Norway» and
    «’s» don't.
    """
    if not 0 < at < len(text) or text[at - 1].isspace():
        return False
    before, after = text[at - 1], text[at]
    if _belongs(after) or before == _JOINER:
        return True
    if before.isdigit() and after == "%":
        return True
    return (_joins(before) and _joins(after)) or _inside_compound(text, at)


def _inside_compound(text: str, at: int) -> bool:
    """Beside a sign that joins numbers or the parts of a name."""
    for sign in (at - 1, at):
        around = text[max(0, sign - 1) : sign + 2]
        if len(around) == 3 and _is_compound(around) and not _possessive(text, sign):
            return True
    return False


def _is_compound(around: str) -> bool:
    if around[1] in _IN_NUMBERS:
        return around[0].isdigit() and around[2].isdigit()
    return around[1] in _IN_NAMES and around[0].isalpha() and around[2].isalpha()


def _possessive(text: str, sign: int) -> bool:
    return text[sign] != "-" and text[sign + 1] == "s" and not text[sign + 2 : sign + 3].isalpha()


def _belongs(sign: str) -> bool:
    """Accents, joiners and what chooses the form of a sign."""
    return unicodedata.category(sign)[0] == "M" or sign in "\u200c\u200d" or _is_tone(sign)


def _is_tone(sign: str) -> bool:
    return "\U0001f3fb" <= sign <= "\U0001f3ff"


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in _MONEY or unicodedata.category(sign)[0] == "M"

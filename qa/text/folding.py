"""Words as they are compared where neither letter case nor accents count."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode doesn't take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def unaccented(text: str) -> str:
    """'Málaga, ØRSTED' -> 'malaga, orsted': small letters without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_PLAIN)


def folded(text: str) -> tuple[str, ...]:
    """'Málaga, ØRSTED' -> ('malaga', 'orsted')."""
    return tuple(_WORD.findall(unaccented(text)))

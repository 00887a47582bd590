"""Words as they are compared where neither letter case nor accents count."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode doesn't take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> tuple[str, ...]:
    """'Málaga, ØRSTED' -> ('malaga', 'orsted')."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return tuple(_WORD.findall(plain.translate(_PLAIN)))

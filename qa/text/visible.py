"""Text as a person reads it: composed, without invisible letters."""

from __future__ import annotations

import re
import unicodedata

# At the end of a line the word goes on in the next one.
_SOFT_HYPHEN = re.compile(r"\xad+(?:[ \t]*\n[ \t]*(?=[^\W\d_A-Z]))?")
# Word joiners, byte order marks, marks of the direction, and what holds combining marks apart.
_INVISIBLE = re.compile(
    "[\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb]"
)
# Joiners shape what stands before them in emoji and in the scripts from Arabic to Mongolian.
_JOINER = re.compile(
    "(?<![\u0600-\u1cff\ua840-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefc\u2190-\u2bff"
    "\U0001f000-\U0001faff])[\u200c\u200d]"
)
_WRITTEN = str.maketrans(
    {
        **dict.fromkeys("\xa0\u2007\u202f", " "),  # they keep a line together, and are spaces
        **{sign: unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"},
    }
)


def visible(text: str) -> str:
    """The text in NFC, without soft hyphens, invisible letters, ligatures and no-break spaces.

    What is clean stays as it is. The joiners of emoji and of scripts that need them stay.
    """
    if text.isascii():
        return text
    shown = _JOINER.sub("", _INVISIBLE.sub("", _SOFT_HYPHEN.sub("", text)))
    return unicodedata.normalize("NFC", shown.translate(_WRITTEN))

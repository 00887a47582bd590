"""What is of a country, where its word isn't the country's with another ending: «French»."""

from __future__ import annotations

from qa.text import stems

# Only those whose stems share less than four letters, or none of the word's own.
_WORDS = (
    "France French, Netherlands Dutch, Denmark Danish, Spain Spanish, Germany German, "
    "Poland Polish, Ireland Irish, Wales Welsh, Britain British, UK British, Scotland Scottish, "
    "Greece Greek, Switzerland Swiss, Turkey Turkish, Sweden Swedish, Finland Finnish, "
    "China Chinese, England English, Norway Norwegian, Portugal Portuguese, Iceland Icelandic, "
    "US American, USA American, Thailand Thai, Ukraine Ukrainian, Czechia Czech"
)
_PAIRS = (stems(pair) for pair in _WORDS.split(","))
_OF = {pair[0]: pair[1] for pair in _PAIRS}


def people_of(stem: str) -> str | None:
    """The stem of «French» for the one of «France»."""
    return _OF.get(stem)

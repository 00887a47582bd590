"""Loads what searches need of an edition, and says by what a newer state of it is known."""

from __future__ import annotations

from collections.abc import Mapping

from qa.errors import StoreError
from qa.stores.local import (
    approximate,
    editions,
    meeting_rows,
    passage_rows,
    vocabulary_rows,
    words,
)
from qa.stores.local.approximate import ApproximateIndex
from qa.stores.local.choosing import Records
from qa.stores.local.dense import DenseIndex
from qa.stores.local.editions import Edition
from qa.stores.local.lexical import LexicalIndex


def load_dense(edition: Edition) -> DenseIndex:
    with edition.database.reading() as connection:
        made = approximate.read_made(connection)
        large = ApproximateIndex(edition.folder, made) if made else None
        return DenseIndex(*passage_rows.select_vectors(connection, made.last if made else 0), large)


def find_index_damage(edition: Edition, published: int) -> list[str]:
    """What is wrong with the two indexes of an edition with this many published passages."""
    try:
        known = len(load_lexical(edition))
        load_dense(edition)
        damaged = editions.damaged_words(edition)
    except StoreError as error:
        return [error.message]
    if damaged:
        return [f"the lexical index's file {name} isn't what was stored" for name in damaged]
    return [] if known == published else [f"lexical search knows {known} of {published} passages"]


def load_lexical(edition: Edition) -> LexicalIndex:
    with edition.database.reading() as connection:
        return LexicalIndex(connection, edition.folder / words.FOLDER)


def words_state(edition: Edition) -> tuple[int, ...]:
    """A value that changes with each generation, and with each passage that waits for the next."""
    with edition.database.reading() as connection:
        return edition.generation(), *passage_rows.pending(connection)


def load_records(edition: Edition) -> Records:
    with edition.database.reading() as connection:
        return Records(connection)


def load_vocabulary(edition: Edition) -> Mapping[str, int]:
    with edition.database.reading() as connection:
        return vocabulary_rows.select(connection)


def records_state(edition: Edition) -> tuple[int, ...]:
    """A value that changes with each meeting and each passage that comes or goes."""
    with edition.database.reading() as connection:
        return *words_state(edition), *meeting_rows.state(connection)


def passages_state(edition: Edition) -> tuple[int, ...]:
    """Two numbers that together change whenever a passage comes or goes: none is used again."""
    with edition.database.reading() as connection:
        return passage_rows.state(connection)

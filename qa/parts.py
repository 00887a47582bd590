"""Settings -> parts. A setting names an implementation; one that isn't there is an error."""

from __future__ import annotations

from qa.embedding import Embedder, SentenceTransformerEmbedder
from qa.errors import SettingsError
from qa.indexing import SPLITTER
from qa.local_store import LocalStore, Manifest
from qa.reading import Reader
from qa.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.store import Store


def open_embedder(settings: Settings) -> Embedder:
    return SentenceTransformerEmbedder(settings.embedder, settings.dtype, settings.torch_threads)


def open_store(settings: Settings, embedder: Embedder, *, write: bool = False) -> Store:
    """
    Raises:
        SettingsError: the setting names no store.
        IndexMissingError, IndexMismatchError: to read, when there is nothing to search.
    """
    _named("store", settings.store, ("local",))
    return LocalStore(settings.home, manifest(settings, embedder), write=write)


def open_reader(settings: Settings) -> Reader:
    """
    Raises:
        SettingsError: the setting names no reader.
    """
    _named("reader", settings.reader, ("sentence",))
    return SentenceReader(settings.refuse_below)


def manifest(settings: Settings, embedder: Embedder) -> Manifest:
    """What an index depends on: another model or splitter makes another index."""
    limits = f"{settings.passage_tokens}/{settings.overlap_tokens} tokens"
    return Manifest(embedder=embedder.name, splitter=f"{SPLITTER}, {limits}")


def _named(setting: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise SettingsError(
            f"Setting '{setting}' names '{name}', which isn't there.",
            f"Known: {', '.join(known)}.",
        )

"""Settings -> parts. A setting names an implementation. An unknown name is an error."""

from __future__ import annotations

import threading

from qa.composing import Composer, Endpoint
from qa.errors import SettingsError
from qa.inference import (
    VERIFIER,
    Embedder,
    Larger,
    Located,
    Packaged,
    SentenceTransformerEmbedder,
    SpanModel,
    check_larger,
    larger_is_there,
    pick_device,
    pick_dtype,
)
from qa.meetings import Corrections
from qa.reading import (
    CALIBRATION,
    LARGER_CALIBRATION,
    Calibration,
    ExtractiveReader,
    LargerMarker,
    Marker,
    Reader,
    SentenceReader,
    SpanMarker,
)
from qa.reports import SPLITTER
from qa.settings import Settings
from qa.stores import Keeping, LastRun, Manifest, Origin, Store
from qa.stores.local import Kept, LocalKeeping, LocalStore
from qa.stores.postgres import Place, PostgresKeeping, PostgresStore

_STORES = ("local", "postgres")


class Models:
    """What embeds and what reads, for all collections. They know nothing of any report."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._reader: Reader | None = None
        self.embedder = open_embedder(settings)

    @property
    def reader(self) -> Reader:
        """
        Raises:
            SettingsError: the settings name no reader, or two.
            PartMissingError: the larger model is wanted, and isn't there.
        """
        with self._lock:
            if self._reader is None:
                self._reader = open_reader(self._settings)
            return self._reader


def open_embedder(settings: Settings) -> Embedder:
    how = settings.dtype, settings.torch_threads, settings.device
    return SentenceTransformerEmbedder(settings.embedder, *how)


def open_store(
    settings: Settings, embedder: Embedder, *, write: bool = False, build: bool = True
) -> Store:
    """To write, an index that can't be used is made anew, unless `build` is off.

    Raises:
        SettingsError: the setting names no store, or no database.
        PartMissingError: the store's packages aren't installed.
        IndexMissingError, IndexMismatchError: to read, or not to build, when there is nothing to
            search.
    """
    _named("store", settings.store, _STORES)
    made_by = manifest(settings, embedder)
    if settings.store == "postgres":
        return PostgresStore(_place(settings), made_by, write=write, build=build)
    return LocalStore(settings.home, made_by, write=write, build=build)


def last_origin(settings: Settings) -> Origin | None:
    """What was indexed last. It is known even while no index can be opened."""
    return open_keeping(settings).origin()


def set_origin(settings: Settings, origin: Origin) -> None:
    """Set what the next run indexes.

    Raises:
        StoreError: it can't be written.
    """
    open_keeping(settings).set_origin(origin)


def last_run(settings: Settings) -> LastRun | None:
    """How the last indexing run went, or None before the first."""
    return open_keeping(settings).last_run()


def last_corrections(settings: Settings) -> Corrections:
    """What users corrected in the records of meetings.

    Raises:
        StoreError: the corrections are damaged.
    """
    return open_keeping(settings).corrections()


def set_corrections(settings: Settings, corrections: Corrections) -> None:
    """
    Raises:
        StoreError: they can't be written.
    """
    open_keeping(settings).set_corrections(corrections)


def list_editions(settings: Settings) -> list[Kept]:
    """The complete editions of the index, the newest first."""
    return open_keeping(settings).editions()


def restore_edition(settings: Settings) -> Kept:
    """Make the edition before the newest one the newest.

    Raises:
        StoreError: none is kept, or it can't be read.
    """
    return open_keeping(settings).restore()


def open_keeping(settings: Settings) -> Keeping:
    """What is kept beside the editions of the index.

    Raises:
        SettingsError: the setting names no store.
    """
    _named("store", settings.store, _STORES)
    if settings.store == "postgres":
        return PostgresKeeping(_place(settings))
    return LocalKeeping(settings.home)


def _place(settings: Settings) -> Place:
    """The most connections are one for each who asks, and one to write or to look around."""
    return Place(settings.database.get_secret_value(), connections=settings.threads + 2)


def open_reader(settings: Settings) -> Reader:
    """
    Raises:
        SettingsError: the settings name no reader, or two.
        PartMissingError: the larger model is wanted, and isn't there.
    """
    _named("reader", settings.reader, ("extractive", "sentence"))
    if settings.reader == "sentence":
        return SentenceReader(settings.refuse_below)
    larger = _has_larger(settings)
    own = settings.calibration
    calibration = Calibration.load(CALIBRATION if larger else own or CALIBRATION)
    marker: Marker = _small_marker(settings, calibration)
    if larger:
        marker = _larger_marker(settings, marker, calibration)
        calibration = Calibration.load(own or LARGER_CALIBRATION)
    return ExtractiveReader(marker, calibration, settings.refuse_below, rerank=settings.rerank)


def open_composer(settings: Settings) -> Composer | None:
    """What writes answers by a language model, or None where the settings name no server."""
    if not settings.language_model_url:
        return None
    return Composer(
        Endpoint(
            settings.language_model_url,
            settings.language_model,
            settings.language_model_key,
            settings.language_model_seconds,
        )
    )


def _has_larger(settings: Settings) -> bool:
    """Whether the larger model decides."""
    if settings.reader_size == "large":
        if settings.reader_model:
            raise SettingsError(
                "The settings reader_size = large and reader_model name two readers.",
                "Set one of them.",
            )
        check_larger(settings.cache)
        return True
    if settings.reader_size == "small" or settings.reader_model or not larger_is_there():
        return False
    return pick_dtype(settings.dtype, pick_device(settings.device)) == "bfloat16"


def _larger_marker(settings: Settings, small: Marker, calibration: Calibration) -> LargerMarker:
    model = SpanModel(Larger(settings.cache), *_how(settings))
    return LargerMarker(small, calibration.rank, model, settings.larger_read)


def _how(settings: Settings) -> tuple[str, int, str]:
    """How the reader's models compute."""
    return settings.dtype, settings.reader_threads, settings.device


def _small_marker(settings: Settings, calibration: Calibration) -> SpanMarker:
    how = _how(settings)
    named = settings.reader_model
    return SpanMarker(
        SpanModel(Located(named) if named else None, *how),
        calibration,
        verifier=None if named else SpanModel(Packaged(VERIFIER), *how),
        first_read=settings.first_read,
        first_near=settings.first_near,
        sure_above=settings.sure_above,
        verify=settings.verify,
    )


def manifest(settings: Settings, embedder: Embedder) -> Manifest:
    """What an index depends on. Another model or splitter makes another index."""
    limits = f"{settings.passage_tokens}/{settings.overlap_tokens} tokens"
    return Manifest(embedder=embedder.name, splitter=f"{SPLITTER}, {limits}")


def _named(setting: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise SettingsError(
            f"Setting '{setting}' names '{name}', which isn't there.",
            f"Known: {', '.join(known)}.",
        )

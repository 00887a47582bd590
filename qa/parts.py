"""Settings -> parts. A setting names an implementation. An unknown name is an error."""

from __future__ import annotations

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
from qa.stores import LastRun, Origin, Store
from qa.stores.local import (
    Kept,
    LocalStore,
    Manifest,
    read_corrections,
    read_last_run,
    read_origin,
    restore,
    write_corrections,
    write_origin,
)
from qa.stores.local import list_editions as list_local


def open_embedder(settings: Settings) -> Embedder:
    how = settings.dtype, settings.torch_threads, settings.device
    return SentenceTransformerEmbedder(settings.embedder, *how)


def open_store(
    settings: Settings, embedder: Embedder, *, write: bool = False, build: bool = True
) -> Store:
    """To write, an index that can't be used is made anew, unless `build` is off.

    Raises:
        SettingsError: the setting names no store.
        IndexMissingError, IndexMismatchError: to read, or not to build, when there is nothing to
            search.
    """
    _named("store", settings.store, ("local",))
    return LocalStore(settings.home, manifest(settings, embedder), write=write, build=build)


def last_origin(settings: Settings) -> Origin | None:
    """What was indexed last. It is known even while no index can be opened."""
    _named("store", settings.store, ("local",))
    return read_origin(settings.home)


def set_origin(settings: Settings, origin: Origin) -> None:
    """Set what the next run indexes.

    Raises:
        StoreError: the home folder can't be written.
    """
    _named("store", settings.store, ("local",))
    write_origin(settings.home, origin)


def last_run(settings: Settings) -> LastRun | None:
    """How the last indexing run went, or None before the first."""
    _named("store", settings.store, ("local",))
    return read_last_run(settings.home)


def last_corrections(settings: Settings) -> Corrections:
    """What users corrected in the records of meetings.

    Raises:
        StoreError: the file of corrections is damaged.
    """
    _named("store", settings.store, ("local",))
    return read_corrections(settings.home)


def set_corrections(settings: Settings, corrections: Corrections) -> None:
    """
    Raises:
        StoreError: the home folder can't be written.
    """
    _named("store", settings.store, ("local",))
    write_corrections(settings.home, corrections)


def list_editions(settings: Settings) -> list[Kept]:
    """The complete editions of the index, the newest first."""
    _named("store", settings.store, ("local",))
    return list_local(settings.home)


def restore_edition(settings: Settings) -> Kept:
    """Make the edition before the newest one the newest.

    Raises:
        StoreError: none is kept, or it can't be read.
    """
    _named("store", settings.store, ("local",))
    return restore(settings.home)


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

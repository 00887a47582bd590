from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import IndexMismatchError, IndexMissingError, PartMissingError, SettingsError
from qa.parts import (
    Models,
    last_origin,
    list_editions,
    manifest,
    open_embedder,
    open_reader,
    open_store,
)
from qa.reading import ExtractiveReader, LargerMarker
from qa.settings import Settings
from tests.embedders import HashEmbedder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


def test_an_unknown_store_names_the_known_ones(settings: Settings) -> None:
    other = settings.model_copy(update={"store": "cloud"})
    with pytest.raises(SettingsError, match=r"'store' names 'cloud'.*Known: local, postgres"):
        open_store(other, HashEmbedder())


def test_an_unknown_reader_names_the_known_ones(settings: Settings) -> None:
    other = settings.model_copy(update={"reader": "oracle"})
    with pytest.raises(SettingsError, match=r"'reader' names 'oracle'.*Known: .*sentence"):
        open_reader(other)


def test_the_built_in_reader_is_there(settings: Settings) -> None:
    assert open_reader(settings).name.startswith(settings.reader)


def test_another_model_reads_the_sentences_again_itself(settings: Settings) -> None:
    other = settings.model_copy(update={"reader_model": "some/model"})
    assert open_reader(other).name == "extractive, some/model"
    assert "verifier@" in open_reader(settings).name


def test_the_embedder_is_the_named_one(settings: Settings) -> None:
    assert open_embedder(settings).name.startswith(f"{settings.embedder}@")


def test_a_store_that_was_written_can_be_read(settings: Settings) -> None:
    with pytest.raises(IndexMissingError):
        open_store(settings, HashEmbedder())
    writer = open_store(settings, HashEmbedder(), write=True)
    writer.publish()
    writer.close()
    reader = open_store(settings, HashEmbedder())
    assert reader.generation() == 1
    reader.close()


@pytest.mark.parametrize(("name", "value"), [("passage_tokens", 128), ("overlap_tokens", 0)])
def test_an_index_depends_on_how_reports_are_split(
    settings: Settings, name: str, value: int
) -> None:
    other = settings.model_copy(update={name: value})
    assert manifest(settings, HashEmbedder()) != manifest(other, HashEmbedder())


def test_an_index_depends_on_the_embedder(settings: Settings) -> None:
    class Other(HashEmbedder):
        name = "other@64"

    assert manifest(settings, HashEmbedder()) != manifest(settings, Other())


def test_an_index_does_not_depend_on_how_it_is_searched(settings: Settings) -> None:
    other = settings.model_copy(update={"dense_weight": 9.0, "evidence": 3, "port": 1})
    assert manifest(settings, HashEmbedder()) == manifest(other, HashEmbedder())


def test_a_larger_reader_that_is_not_there_is_told_at_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("qa.inference.larger_weights.LARGER", tmp_path)
    with pytest.raises(PartMissingError, match="isn't there") as error:
        open_reader(settings.model_copy(update={"reader_size": "large"}))
    assert "reader_size" in error.value.cure


@pytest.mark.parametrize(("dtype", "larger"), [("bfloat16", True), ("float32", False)])
def test_the_larger_reader_is_taken_by_itself_where_it_is_fast(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, dtype: str, larger: bool
) -> None:
    monkeypatch.setattr("qa.parts.larger_is_there", lambda: True)
    reader = open_reader(settings.model_copy(update={"reader_size": "auto", "dtype": dtype}))
    assert isinstance(reader, ExtractiveReader)
    assert isinstance(reader.marker, LargerMarker) is larger


def test_two_readers_are_one_too_many(settings: Settings) -> None:
    both = settings.model_copy(update={"reader_size": "large", "reader_model": "some/model"})
    with pytest.raises(SettingsError, match="reader_size = large and reader_model"):
        open_reader(both)


def test_an_index_that_is_not_to_be_built_is_opened_or_refused(settings: Settings) -> None:
    with pytest.raises(IndexMissingError):
        open_store(settings, HashEmbedder(), write=True, build=False)
    writer = open_store(settings, HashEmbedder(), write=True)
    writer.publish()
    writer.close()
    other = settings.model_copy(update={"passage_tokens": 128})
    with pytest.raises(IndexMismatchError):
        open_store(other, HashEmbedder(), write=True, build=False)


def test_models_are_made_once(settings: Settings) -> None:
    models = Models(settings.model_copy(update={"reader": "sentence"}))
    assert models.reader is models.reader
    assert models.embedder.name == open_embedder(settings).name


def test_a_database_needs_an_address(settings: Settings) -> None:
    other = settings.model_copy(update={"store": "postgres"})
    for look in (last_origin, list_editions):
        with pytest.raises(SettingsError, match="address of a database"):
            look(other)
    with pytest.raises(SettingsError, match="QA_DATABASE"):
        open_store(other, HashEmbedder())

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.errors import IndexMismatchError, QAError
from qa.stores.local import LocalStore, Manifest
from qa.stores.local.editions import newest
from tests.samples import make_report, put

ONE = Manifest(embedder="one", splitter="1")
TWO = Manifest(embedder="two", splitter="1")

OpenStore = Callable[..., LocalStore]


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[OpenStore]:
    opened = []

    def open_(manifest: Manifest, *, write: bool = False) -> LocalStore:
        opened.append(LocalStore(tmp_path, manifest, write=write))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


def _build(open_store: OpenStore, manifest: Manifest, text: str = "Fees rise.") -> LocalStore:
    store = open_store(manifest, write=True)
    put(store, make_report(text))
    store.publish()
    return store


def _titles(store: LocalStore) -> list[str]:
    return [entry.title for entry in store.entries()]


def _folders(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir())


def test_at_first_there_is_no_edition(tmp_path: Path) -> None:
    assert newest(tmp_path / "nowhere") == 0


def test_the_first_publish_makes_edition_one(open_store: OpenStore, tmp_path: Path) -> None:
    _build(open_store, ONE)
    assert _folders(tmp_path) == ["edition-000001"]


def test_the_same_parts_go_on_with_the_same_edition(open_store: OpenStore, tmp_path: Path) -> None:
    _build(open_store, ONE)
    _build(open_store, ONE, "Dues fall.")
    assert _folders(tmp_path) == ["edition-000001"]


def test_other_parts_build_beside_the_one_in_use(open_store: OpenStore, tmp_path: Path) -> None:
    _build(open_store, ONE)
    put(open_store(TWO, write=True), make_report("Dues fall."))
    assert _folders(tmp_path) == ["building", "edition-000001"]
    assert _titles(open_store(ONE)) == ["Fees rise."]


def test_publishing_swaps_by_a_rename(open_store: OpenStore, tmp_path: Path) -> None:
    _build(open_store, ONE)
    _build(open_store, TWO, "Dues fall.")
    assert _folders(tmp_path) == ["edition-000001", "edition-000002"]
    assert _titles(open_store(TWO)) == ["Dues fall."]


def test_the_edition_before_is_kept_and_older_ones_go(
    open_store: OpenStore, tmp_path: Path
) -> None:
    for manifest in (ONE, TWO, ONE, TWO):
        _build(open_store, manifest)
    assert _folders(tmp_path) == ["edition-000003", "edition-000004"]


def test_the_generation_goes_on_across_editions(open_store: OpenStore) -> None:
    first = _build(open_store, ONE)
    before = first.generation()
    assert _build(open_store, TWO).generation() == before + 1


def test_readers_of_the_old_parts_keep_answering(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    reader = open_store(ONE)
    _build(open_store, TWO, "Dues fall.")
    assert _titles(reader) == ["Fees rise."]
    assert reader.search_lexical("fees", 1)


def test_readers_follow_to_an_edition_of_their_parts(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    reader = open_store(ONE)
    _build(open_store, TWO)
    _build(open_store, ONE, "Dues fall.")
    assert _titles(reader) == ["Dues fall."]


def test_a_reading_that_has_begun_stays_in_its_edition(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    reader = open_store(ONE)
    with reader.reading():
        _build(open_store, TWO)
        _build(open_store, ONE, "Dues fall.")
        assert _titles(reader) == ["Fees rise."]


def test_a_reading_stays_in_its_edition_when_another_thread_follows(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    reader = open_store(ONE)
    with reader.reading():
        _build(open_store, TWO)
        _build(open_store, ONE, "Dues fall.")
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(_titles, reader).result() == ["Dues fall."]
        assert _titles(reader) == ["Fees rise."]


def test_new_readers_of_the_old_parts_are_told_the_cure(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    _build(open_store, TWO)
    with pytest.raises(IndexMismatchError) as caught:
        open_store(ONE)
    assert caught.value.cure.startswith("Run: qa index")


def test_a_build_that_was_cut_off_is_taken_up_again(open_store: OpenStore) -> None:
    _build(open_store, ONE)
    cut_off = open_store(TWO, write=True)
    put(cut_off, make_report("Half."))
    cut_off.close()
    assert _titles(open_store(TWO, write=True)) == ["Half."]


def test_a_build_by_other_parts_is_begun_anew(open_store: OpenStore) -> None:
    cut_off = open_store(ONE, write=True)
    put(cut_off, make_report("Half."))
    cut_off.close()
    assert _titles(open_store(TWO, write=True)) == []


def test_a_build_cut_off_before_its_tables_is_begun_anew(
    open_store: OpenStore, tmp_path: Path
) -> None:
    (tmp_path / "building").mkdir()
    assert _titles(open_store(ONE, write=True)) == []


def test_other_files_in_the_home_are_left_alone(open_store: OpenStore, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("")
    (tmp_path / "edition-7").mkdir()
    for manifest in (ONE, TWO, ONE):
        _build(open_store, manifest)
    assert {"settings.toml", "edition-7"} <= set(_folders(tmp_path))


@pytest.fixture(params=["garbage", "empty", "cut off", "gone"])
def corrupted(request: pytest.FixtureRequest, open_store: OpenStore, tmp_path: Path) -> str:
    """The database file of the only edition, damaged."""
    _build(open_store, ONE).close()
    path = tmp_path / "edition-000001" / "reports.db"
    whole = path.read_bytes()
    damaged = {"garbage": b"no database " * 1000, "empty": b"", "cut off": whole[:5000]}
    path.unlink()
    if request.param in damaged:
        path.write_bytes(damaged[request.param])
    return str(request.param)


def test_a_corrupted_file_is_a_clear_error(corrupted: str, open_store: OpenStore) -> None:
    with pytest.raises(QAError, match="can't be read") as caught:
        open_store(ONE)
    assert "qa index" in caught.value.cure


def test_indexing_again_mends_a_corrupted_file(corrupted: str, open_store: OpenStore) -> None:
    _build(open_store, ONE, "Dues fall.")
    assert _titles(open_store(ONE)) == ["Dues fall."]


def test_readers_go_on_beside_a_corrupted_newer_edition(
    open_store: OpenStore, tmp_path: Path
) -> None:
    _build(open_store, ONE)
    reader = open_store(ONE)
    (tmp_path / "edition-000002").mkdir()
    (tmp_path / "edition-000002" / "reports.db").write_bytes(b"no database " * 1000)
    assert _titles(reader) == ["Fees rise."]


def test_a_damaged_schema_is_told_though_its_message_is_no_text(
    open_store: OpenStore, tmp_path: Path
) -> None:
    _build(open_store, ONE).close()
    (path,) = tmp_path.glob("*/reports.db")
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"CREATE TABLE reports", b"CREATE \xa8ABLE reports", 1))
    with pytest.raises(QAError, match="can't be read"):
        open_store(ONE)
    open_store(ONE, write=True)

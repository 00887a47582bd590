from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from qa.stores.local import LocalStore, Manifest
from qa.stores.local.following import Following

ONE = Manifest("one", "1")
TWO = Manifest("two", "1")


def _build(home: Path, manifest: Manifest) -> None:
    LocalStore(home, manifest, write=True).close()
    with closing(LocalStore(home, manifest, write=True)) as store:
        store.publish()


@pytest.fixture
def following(tmp_path: Path) -> Iterator[Following]:
    """A reader of the first edition."""
    _build(tmp_path, ONE)
    following = Following(tmp_path, ONE, write=False)
    yield following
    following.close()


def _numbers(home: Path) -> list[str]:
    return sorted(path.name for path in home.glob("edition-*"))


def test_it_follows_to_editions_of_its_parts_alone(following: Following, tmp_path: Path) -> None:
    _build(tmp_path, TWO)
    assert following.current().number == 1
    _build(tmp_path, ONE)
    assert following.current().number == 3


def test_a_pinned_thread_stays(following: Following, tmp_path: Path) -> None:
    with following.pinned():
        _build(tmp_path, TWO)
        _build(tmp_path, ONE)
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(following.current).result().number == 3
        assert following.current().number == 1
    assert following.current().number == 3


def test_an_edition_that_is_read_is_not_cleared_away(following: Following, tmp_path: Path) -> None:
    _build(tmp_path, TWO)
    _build(tmp_path, Manifest("three", "1"))
    assert "edition-000001" in _numbers(tmp_path)
    with ThreadPoolExecutor(1) as pool:  # a thread without a connection of its own yet
        assert pool.submit(lambda: following.current().generation()).result() == 1


def test_what_nobody_reads_any_more_is_cleared_away(following: Following, tmp_path: Path) -> None:
    for manifest in (TWO, ONE) * 3:
        _build(tmp_path, manifest)
        following.current()
    assert len(_numbers(tmp_path)) <= 4
    following.close()
    _build(tmp_path, TWO)
    assert _numbers(tmp_path) == ["edition-000007", "edition-000008"]


def test_only_the_last_edition_stays_open_beside_the_newest(
    following: Following, tmp_path: Path
) -> None:
    for manifest in (TWO, ONE) * 3:
        _build(tmp_path, manifest)
        following.current()
    assert [edition.number for edition in following._past] == [5]

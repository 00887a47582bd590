from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.stores import Store
from qa.stores.local import LocalStore, Manifest
from tests.records import collection
from tests.samples import put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """All kinds of records."""
    manifest = Manifest("hash@64", "1")
    with closing(LocalStore(tmp_path, manifest, write=True)) as writer:
        for report in collection().values():
            put(writer, report)
        writer.publish()
    with closing(LocalStore(tmp_path, manifest)) as store:
        yield store

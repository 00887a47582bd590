from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.meetings import Correction
from qa.stores.local import LocalKeeping
from qa.stores.store import Origin


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keeping = LocalKeeping(tmp_path)
    assert (keeping.origin(), keeping.last_run(), keeping.corrections()) == (None, None, {})
    mended = {"a.md": (Correction(1, "# Board", {"date": "2021-05-03"}),)}
    keeping.set_origin(Origin("/reports"))
    keeping.set_corrections(mended)
    assert (keeping.origin(), keeping.corrections()) == (Origin("/reports"), mended)


def test_without_editions_none_is_restored(tmp_path: Path) -> None:
    assert LocalKeeping(tmp_path).editions() == []
    with pytest.raises(StoreError, match="No earlier index"):
        LocalKeeping(tmp_path).restore()

"""The embedded store: one SQLite file, and Tantivy and FAISS indexes made from it.

The SQLite file is the truth. Open `store` first. A complete index is an edition in a folder of its
own (`editions`), so that the next one can be made beside the one in use.
"""

from qa.stores.local.approximate_training import nearest
from qa.stores.local.editions import newest, open_edition
from qa.stores.local.kept import Kept, list_editions, restore
from qa.stores.local.records import (
    read_corrections,
    read_last_run,
    read_origin,
    write_corrections,
    write_origin,
)
from qa.stores.local.store import LocalStore
from qa.stores.manifest import Manifest

__all__ = [
    "Kept",
    "LocalStore",
    "Manifest",
    "list_editions",
    "nearest",
    "newest",
    "open_edition",
    "read_corrections",
    "read_last_run",
    "read_origin",
    "restore",
    "write_corrections",
    "write_origin",
]

"""The embedded store: one SQLite file, and Tantivy and FAISS indexes made from it.

The SQLite file is the truth. Open `store` first. A complete index is an edition in a folder of its
own (`editions`), so that the next one can be made beside the one in use.
"""

from qa.stores.local.keeping import LocalKeeping
from qa.stores.local.kept import Kept
from qa.stores.local.store import LocalStore
from qa.stores.manifest import Manifest

__all__ = [
    "Kept",
    "LocalKeeping",
    "LocalStore",
    "Manifest",
]

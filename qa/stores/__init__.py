"""Keeps and searches reports: the `Store` seam, and the stores behind it.

In: a report with its passages and vectors, as one transaction. Out: hits, best first, and the
passages, reports and records of meetings behind them. Open `store` first, then `filtering`, which
says what a filter lets in. `local/` is the store embedded in this process, `postgres/` the one in a
database server. `moving` takes the reports of one to another.
"""

from qa.stores.filtering import is_named, name_words
from qa.stores.keeping import Keeping
from qa.stores.manifest import Manifest
from qa.stores.moving import Moved, Side, move
from qa.stores.store import FileRecord, LastRun, Origin, Store

__all__ = [
    "FileRecord",
    "Keeping",
    "LastRun",
    "Manifest",
    "Moved",
    "Origin",
    "Side",
    "Store",
    "is_named",
    "move",
    "name_words",
]

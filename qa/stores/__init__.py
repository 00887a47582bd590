"""Keeps and searches reports: the `Store` seam, and the stores behind it.

In: a report with its passages and vectors, as one transaction. Out: hits, best first, and the
passages and reports behind them. Open `store` first. `local/` is the store embedded in this
process.
"""

from qa.stores.store import FileRecord, LastRun, Origin, Store

__all__ = [
    "FileRecord",
    "LastRun",
    "Origin",
    "Store",
]

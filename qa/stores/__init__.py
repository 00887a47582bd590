"""Where reports live: the `Store` seam, and the stores behind it.

In: a report with its passages and vectors, as one transaction. Out: hits, best first, and what they
stand for. Open `store` first; `local/` is the store that is embedded in this process.
"""

from qa.stores.store import FileRecord, LastRun, Origin, Store

__all__ = [
    "FileRecord",
    "LastRun",
    "Origin",
    "Store",
]

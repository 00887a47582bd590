"""The versions that an index depends on besides its model. A new one makes a new index."""

REPORTS = "6"  # raise it when the same file would give another Report
PASSAGES = "6"  # raise it when the same report would give other passages
SPLITTER = f"reports {REPORTS}, passages {PASSAGES}"

"""The embedded store: one SQLite file is the truth; Tantivy and FAISS indexes are made from it."""

from qa.local_store.editions import Manifest
from qa.local_store.kept import Kept
from qa.local_store.store import LocalStore

__all__ = ["Kept", "LocalStore", "Manifest"]

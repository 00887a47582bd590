"""The embedded store: one SQLite file, and a FAISS index made from its vectors."""

from qa.local_store.editions import Manifest
from qa.local_store.kept import Kept
from qa.local_store.store import LocalStore

__all__ = ["Kept", "LocalStore", "Manifest"]

"""The store in a PostgreSQL database with pgvector, for many reports, servers and indexers.

Open `store` first, then `editions` and the tables in `sql/`. SCALE.md has figures, and says what a
cluster changes.

The search by words is exact BM25, computed in SQL from tables of our own (`postings`, `counts`) by
the stems of the local store, so that both stores rank alike: PostgreSQL's `ts_rank` knows neither
how rare a word is nor how long a passage, and on meetings words decide. It reads all postings of
the words that are asked for. An extension with a BM25 index (pg_textsearch, VectorChord-bm25) skips
most of them, which counts beyond some million passages, and pgvectorscale keeps an index of vectors
on disk. To switch one on: a migration in `sql/` that makes its index, and the query in `lexical`
(or `dense`). Its stems, lengths and phrases are its own, so measure first that answers stay.
"""

from qa.stores.postgres.database import Place
from qa.stores.postgres.keeping import PostgresKeeping
from qa.stores.postgres.store import PostgresStore

__all__ = ["Place", "PostgresKeeping", "PostgresStore"]

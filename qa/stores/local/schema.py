"""The tables of the local store. The texts are the truth, and the vectors are kept beside them.

A meeting's record is light, since all of them are read to choose some. What happened at it stands
in a table of its own. `names` are those of the people of either, so that choosing by a person reads
the light table alone.

Numbers of passages are never used again, so that an index made before knows when one is gone.
`changed` holds the numbers that the lexical index has yet to take up.
"""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT, event TEXT, place TEXT, url TEXT,
    source TEXT NOT NULL, sections TEXT NOT NULL, pages TEXT NOT NULL,
    characters INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE files (
    source TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports, fingerprint TEXT NOT NULL
);
CREATE INDEX files_report ON files (report_id);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL REFERENCES reports,
    start INTEGER NOT NULL, end INTEGER NOT NULL, section TEXT, page INTEGER,
    context TEXT NOT NULL, topic TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX passages_report ON passages (report_id);
CREATE TABLE vectors (
    number INTEGER PRIMARY KEY REFERENCES passages, vector BLOB NOT NULL, text_key BLOB NOT NULL
);
CREATE INDEX vectors_text ON vectors (text_key);
CREATE TABLE sketches (
    report_id TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE, sketch BLOB NOT NULL
);
CREATE TABLE meetings (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, record TEXT NOT NULL, names TEXT NOT NULL
);
CREATE INDEX meetings_report ON meetings (report_id);
CREATE TABLE proceedings (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE, record TEXT NOT NULL
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE changed (number INTEGER PRIMARY KEY);
CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
    INSERT OR IGNORE INTO changed VALUES (new.number);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
    INSERT OR IGNORE INTO changed VALUES (old.number);
    DELETE FROM vectors WHERE number = old.number;
END;
"""

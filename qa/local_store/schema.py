"""The tables of the local store. The texts are the truth; the vectors are kept beside them."""

FORMAT = "2"

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
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report_id TEXT NOT NULL REFERENCES reports,
    start INTEGER NOT NULL, end INTEGER NOT NULL, section TEXT, page INTEGER,
    context TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX passages_report ON passages (report_id);
CREATE TABLE vectors (
    number INTEGER PRIMARY KEY REFERENCES passages, vector BLOB NOT NULL, text_key BLOB NOT NULL
);
CREATE INDEX vectors_text ON vectors (text_key);
CREATE TABLE sketches (
    report_id TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE, sketch BLOB NOT NULL
);

CREATE VIRTUAL TABLE words USING fts5 (
    context, body, content='passages', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO words (rowid, context, body) VALUES (new.number, new.context, new.body);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO words (words, rowid, context, body)
    VALUES ('delete', old.number, old.context, old.body);
    DELETE FROM vectors WHERE number = old.number;
END;
"""

-- An edition: reports with their passages, vectors, records and words.
-- Texts compare by their bytes, so that an order is the same on every server.
-- `everything` and `context` are how many stems its passages have, and their contexts alone.
CREATE TABLE reports (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    title text NOT NULL, date text COLLATE "C", event text, place text, url text,
    source text COLLATE "C" NOT NULL, sections text NOT NULL, pages text NOT NULL,
    characters integer NOT NULL, text text NOT NULL, sketch bytea NOT NULL,
    passages integer NOT NULL DEFAULT 0,
    everything bigint NOT NULL DEFAULT 0, context bigint NOT NULL DEFAULT 0
);
CREATE TABLE files (
    source text COLLATE "C" PRIMARY KEY,
    report integer NOT NULL REFERENCES reports,
    fingerprint text NOT NULL
);
CREATE INDEX files_report ON files (report);

-- `words` are the folded words of the section. `text` is null where it is the body.
CREATE TABLE passages (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    report integer NOT NULL REFERENCES reports,
    starts integer NOT NULL, ends integer NOT NULL, section text, page integer,
    context text NOT NULL, topic text NOT NULL, body text NOT NULL, text text,
    words text[] NOT NULL
);
CREATE INDEX passages_report ON passages (report, starts);
CREATE INDEX passages_words ON passages USING gin (words);

-- Apart from the passages, whose rows stay small. The approximate index is made when it is due.
CREATE TABLE vectors (
    number integer PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
    vector vector NOT NULL,
    text_key bytea NOT NULL
);
CREATE INDEX vectors_text ON vectors (text_key);

-- `body` and `place` are the folded words that a filter may name.
CREATE TABLE meetings (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    report integer NOT NULL REFERENCES reports ON DELETE CASCADE,
    starts integer NOT NULL, ends integer NOT NULL, day text COLLATE "C",
    body text[] NOT NULL, place text[] NOT NULL, names text[] NOT NULL,
    record text NOT NULL, proceedings text
);
CREATE INDEX meetings_report ON meetings (report);
CREATE INDEX meetings_day ON meetings (coalesce(day, '') DESC, number);
CREATE INDEX meetings_body ON meetings USING gin (body);
CREATE INDEX meetings_place ON meetings USING gin (place);
CREATE INDEX meetings_names ON meetings USING gin (names);
CREATE TABLE days (
    meeting integer NOT NULL REFERENCES meetings ON DELETE CASCADE,
    first text COLLATE "C" NOT NULL, last text COLLATE "C" NOT NULL
);
CREATE INDEX days_meeting ON days (meeting);
CREATE INDEX days_first ON days (first, last);
-- Every name that a meeting has or had, by how its words begin.
CREATE TABLE people (name text COLLATE "C" PRIMARY KEY, starts text[] NOT NULL);
CREATE INDEX people_starts ON people USING gin (starts);

-- The passages of a report that a stem stands in. See postings.py for what `held` holds.
CREATE TABLE postings (
    stem text COLLATE "C" NOT NULL, report integer NOT NULL, held bigint[] NOT NULL,
    PRIMARY KEY (stem, report)
);
CREATE INDEX postings_report ON postings (report);

-- Counts: the sum of the rows of a word holds. A transaction adds rows, and changes none, so that
-- two that write at once never wait for each other. A publication puts the fresh rows together.
CREATE TABLE stems (
    word text COLLATE "C" NOT NULL, passages bigint NOT NULL, contexts bigint NOT NULL,
    fresh boolean NOT NULL DEFAULT true
);
CREATE INDEX stems_word ON stems (word);
CREATE INDEX stems_fresh ON stems (word) WHERE fresh;
CREATE TABLE vocabulary (
    word text COLLATE "C" NOT NULL, passages bigint NOT NULL,
    contexts bigint NOT NULL DEFAULT 0, fresh boolean NOT NULL DEFAULT true
);
CREATE INDEX vocabulary_word ON vocabulary (word);
CREATE INDEX vocabulary_fresh ON vocabulary (word) WHERE fresh;
CREATE TABLE totals (passages bigint NOT NULL, everything bigint NOT NULL, context bigint NOT NULL);

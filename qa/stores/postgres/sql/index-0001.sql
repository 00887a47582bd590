-- What stands beside the editions: which there are, and the small records that outlive each.
-- `position` orders the complete editions. It is null while an edition is being built.
CREATE TABLE editions (
    number integer PRIMARY KEY,
    position integer UNIQUE,
    embedder text NOT NULL,
    splitter text NOT NULL,
    format text NOT NULL,
    generation bigint NOT NULL DEFAULT 0,
    approximate integer
);
CREATE TABLE records (key text PRIMARY KEY, value text NOT NULL);
CREATE TABLE corrections (source text COLLATE "C" PRIMARY KEY, value text NOT NULL);

/** "asof" in ASCII, in the file's header: tells a ledger from any other SQLite file. */
export const APPLICATION_ID = 0x61_73_6f_66;

/**
 * Each step takes a ledger from version i to i + 1; a new ledger runs them all. Published steps are never edited.
 * `body` is the entry as canonical JSON (a report's without its text), `rest` what the id leaves out,
 * `recorded_at` the instant this file stored it. The other columns are read out of `body`. `answer` is no part of the set:
 * see `answers.ts`.
 */
export const UPGRADES: readonly string[] = [
  `
  CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO state VALUES ('generation', 0);

  CREATE TABLE report (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, text TEXT NOT NULL, recorded_at TEXT NOT NULL,
    published_on TEXT AS (body ->> '$.publishedOn'),
    source TEXT AS (body ->> '$.source.name'),
    title TEXT AS (body ->> '$.title'),
    language TEXT AS (body ->> '$.language')
  ) STRICT;
  CREATE INDEX report_published ON report (published_on);

  CREATE TABLE address (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    report TEXT AS (body ->> '$.report'), url TEXT AS (body ->> '$.url'), ref TEXT AS (body ->> '$.ref')
  ) STRICT;
  CREATE INDEX address_report ON address (report);
  CREATE INDEX address_url ON address (url) WHERE url IS NOT NULL;

  CREATE TABLE revision (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    earlier TEXT AS (body ->> '$.earlier'), later TEXT AS (body ->> '$.later')
  ) STRICT;
  CREATE INDEX revision_earlier ON revision (earlier);
  CREATE INDEX revision_later ON revision (later);

  CREATE TABLE claim (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
    report TEXT AS (body ->> '$.report'),
    kind TEXT AS (body ->> '$.kind'),
    what TEXT AS (coalesce(body ->> '$.change', body ->> '$.type', body ->> '$.measure', body ->> '$.status', body ->> '$.of')),
    place TEXT AS (body ->> '$.place.id'),
    place_name TEXT AS (body ->> '$.place.name'),
    country TEXT AS (body ->> '$.place.country'),
    level TEXT AS (body ->> '$.place.level'),
    valid_from TEXT AS (body ->> '$.valid.from'),
    actor TEXT AS (body ->> '$.actor.id'),
    recipient TEXT AS (body ->> '$.recipient.id'),
    speaker TEXT AS (body ->> '$.speaker.name'),
    stance TEXT AS (body ->> '$.stance'),
    stage TEXT AS (body ->> '$.stage'),
    quote TEXT AS (body ->> '$.quote.text'),
    extractor TEXT AS (body ->> '$.extractor')
  ) STRICT;
  CREATE INDEX claim_report ON claim (report);
  CREATE INDEX claim_place ON claim (place, kind);
  CREATE INDEX claim_country ON claim (country, level);

  CREATE TABLE reading (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    report TEXT AS (body ->> '$.report'), extractor TEXT AS (body ->> '$.extractor')
  ) STRICT;
  CREATE INDEX reading_report ON reading (report, extractor);

  CREATE TABLE judgement (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    decision TEXT AS (body ->> '$.decision.kind'),
    claim TEXT AS (body ->> '$.decision.claim'),
    reviewer TEXT AS (body ->> '$.reviewer'),
    made_on TEXT AS (body ->> '$.on'),
    reason TEXT AS (body ->> '$.reason')
  ) STRICT;
  CREATE INDEX judgement_claim ON judgement (claim);

  CREATE TABLE retraction (
    id TEXT PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL, recorded_at TEXT NOT NULL,
    report TEXT AS (body ->> '$.report'), retracted_on TEXT AS (body ->> '$.on'), reason TEXT AS (body ->> '$.reason')
  ) STRICT;

  CREATE VIEW claims AS
    SELECT c.id, c.kind, c.what, c.place_name, c.country, c.level, c.valid_from, c.actor, c.recipient, c.speaker,
           c.stance, c.stage, c.quote, r.source, r.published_on, c.report, c.place, c.extractor
    FROM claim c LEFT JOIN report r ON r.id = c.report WHERE c.current = 1;
  CREATE VIEW reports AS
    SELECT r.id, r.source, r.published_on, r.title, r.language,
           (SELECT group_concat(url, ' ') FROM address a WHERE a.report = r.id) AS urls,
           (SELECT count(*) FROM claim c WHERE c.report = r.id AND c.current = 1) AS claims, r.recorded_at
    FROM report r;
  CREATE VIEW places AS
    SELECT place, min(place_name) AS name, min(country) AS country, count(*) AS claims,
           min(valid_from) AS first_day, max(valid_from) AS last_day
    FROM claim WHERE current = 1 AND place IS NOT NULL GROUP BY place;
  CREATE VIEW control_history AS
    SELECT place_name, country, valid_from, what, actor, recipient, stance, speaker, source, published_on, quote
    FROM claims WHERE kind = 'control' AND stage IN ('done', 'ongoing') ORDER BY country, place_name, valid_from;
  CREATE VIEW judgements AS
    SELECT j.made_on, j.reviewer, j.decision, j.reason, j.claim, c.quote, j.id
    FROM judgement j LEFT JOIN claim c ON c.id = j.claim ORDER BY j.made_on, j.id;
  CREATE VIEW versions AS
    SELECT v.earlier, e.published_on AS earlier_published, v.later, l.published_on AS later_published, l.title
    FROM revision v LEFT JOIN report e ON e.id = v.earlier LEFT JOIN report l ON l.id = v.later;
  `,
  `
  CREATE TABLE IF NOT EXISTS place_name (
    place TEXT NOT NULL, name TEXT NOT NULL, toponym TEXT NOT NULL, level TEXT NOT NULL, country TEXT,
    PRIMARY KEY (place, name, toponym)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO place_name
    SELECT place, place_name, body ->> '$.place.toponym', level, country FROM claim WHERE place IS NOT NULL;
  DROP INDEX claim_place;
  CREATE INDEX claim_place ON claim (place);
  `,
  `
  CREATE TABLE answer (
    question TEXT PRIMARY KEY, generation INTEGER NOT NULL, made_with TEXT NOT NULL, answer TEXT NOT NULL
  ) STRICT;
  `,
  `
  INSERT OR IGNORE INTO place_name
    SELECT '', place_name, body ->> '$.place.toponym', level, country FROM claim
    WHERE place IS NULL AND place_name IS NOT NULL;
  CREATE INDEX claim_unlocated ON claim (place_name) WHERE place IS NULL;
  `,
];

/**
 * Part of every transaction that changes the set: whoever holds an answer compares the generation, and the answers kept in
 * the file go.
 */
export const NEW_GENERATION =
  "UPDATE state SET value = value + 1 WHERE name = 'generation'; DELETE FROM answer";

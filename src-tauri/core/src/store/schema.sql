-- The one schema of an Attest file, setting's and partnership's alike.
-- Every table of the field has a text id; instants are UTC text, dates are dates, json columns say so.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The log: one chain of operations, each with the images of the rows it changed.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  target TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'typing', 'fence', 'bulk', 'undo', 'redo', 'redaction')),
  undoes INTEGER REFERENCES operation (seq),
  summary TEXT NOT NULL DEFAULT '',
  previous TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE image (
  seq INTEGER NOT NULL REFERENCES operation (seq),
  place INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  before_digest TEXT,
  after TEXT,
  after_digest TEXT,
  PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE template (
  id TEXT PRIMARY KEY,            -- '<template id>@<version>'
  template_id TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  digest TEXT NOT NULL,
  toml TEXT NOT NULL,             -- canonical
  UNIQUE (template_id, version)
) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,             -- school, organisation, early_years, voluntary
  name TEXT NOT NULL,
  phase TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  locality TEXT NOT NULL DEFAULT '',
  trust TEXT NOT NULL DEFAULT '',
  head TEXT NOT NULL DEFAULT '',  -- the head teacher or chief officer, where a list gave one
  email TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  pupils INTEGER,                 -- on roll, where a list gave it
  facts TEXT NOT NULL DEFAULT '{}',   -- json: what a register says of it (nursery, boarding, sixth form)
  opened TEXT,                    -- dates
  closed TEXT
) STRICT;

CREATE TABLE identifier (
  id TEXT PRIMARY KEY,
  setting_id TEXT NOT NULL REFERENCES setting (id),
  scheme TEXT NOT NULL,           -- urn, laestab, ukprn, charity, ofsted, local
  value TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX identifier_value ON identifier (scheme, value);
CREATE INDEX identifier_setting ON identifier (setting_id);

CREATE TABLE succession (
  id TEXT PRIMARY KEY,
  earlier_id TEXT NOT NULL REFERENCES setting (id),
  later_id TEXT NOT NULL REFERENCES setting (id),
  kind TEXT NOT NULL,             -- converted, merged, split
  on_date TEXT,
  UNIQUE (earlier_id, later_id)
) STRICT;

CREATE TABLE round (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  template TEXT NOT NULL REFERENCES template (id),
  opens TEXT,
  governors TEXT,                 -- the governors' meeting, in a setting's file
  due TEXT,
  return_to TEXT NOT NULL DEFAULT '',
  threshold INTEGER NOT NULL DEFAULT 5,
  created TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',     -- preparing, open, closed
  instructions TEXT NOT NULL DEFAULT '',
  signs TEXT NOT NULL DEFAULT '',         -- who signs, in the partnership's words
  replacing TEXT NOT NULL DEFAULT 'until_due',    -- until_due, until_closed, asked, never
  earlier_id TEXT REFERENCES round (id)   -- the round it was made from
) STRICT;

-- The register of a round: who is asked to return.
CREATE TABLE expected (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  state TEXT NOT NULL DEFAULT 'expected',   -- expected, exempt, covered, closed
  reason TEXT NOT NULL DEFAULT '',
  issue_id TEXT,
  covered_by TEXT REFERENCES setting (id),  -- whose return covers this one
  extended_to TEXT,               -- a date
  extension_reason TEXT NOT NULL DEFAULT '',
  since TEXT,                     -- the date from which the state holds
  UNIQUE (round_id, setting_id)
) STRICT;
-- Who is asked is read from the index alone.
CREATE INDEX expected_state ON expected (round_id, state, setting_id);

CREATE TABLE submission (
  id TEXT PRIMARY KEY,            -- born once, at issue or at 'new audit'
  round_id TEXT NOT NULL REFERENCES round (id),
  subject_kind TEXT NOT NULL DEFAULT 'setting',  -- setting, case, peer_review
  subject_id TEXT NOT NULL,
  respondent TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'full',             -- full, short_form, assurance_only
  state TEXT NOT NULL,            -- in_progress, signing, signed_off | received, checked, accepted, sent_back, replaced, withdrawn
  revision INTEGER NOT NULL DEFAULT 0,
  issue_id TEXT,
  export_id TEXT,
  template TEXT NOT NULL REFERENCES template (id),
  batch_id TEXT REFERENCES batch (id),
  original_id TEXT REFERENCES original (id),
  earlier_id TEXT REFERENCES submission (id),   -- the same setting's audit of the round before
  facts TEXT NOT NULL DEFAULT '{}',   -- json: what is known of the setting in this round; switches modules
  ratings BLOB NOT NULL DEFAULT x''   -- one byte a question, in the template's order (see analysis/grid)
) STRICT;
CREATE INDEX submission_round ON submission (round_id, state);
CREATE INDEX submission_subject ON submission (subject_id);

-- Found by the return and the question: its id is the two of them, so that an intake keeps no further index.
CREATE TABLE answer (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT NOT NULL,
  id TEXT GENERATED ALWAYS AS (submission_id || ' ' || question_id) VIRTUAL,
  value TEXT,                     -- level code, or the value of another kind of question
  note TEXT NOT NULL DEFAULT '',
  impact TEXT NOT NULL DEFAULT '',
  area TEXT NOT NULL DEFAULT '',  -- area for development
  reason TEXT NOT NULL DEFAULT '',
  flag INTEGER NOT NULL DEFAULT 0,
  carried_from TEXT,              -- label of the round it was carried from, while unconfirmed
  carried_how TEXT,               -- same, reworded, split, merged; while unconfirmed
  extra TEXT NOT NULL DEFAULT '{}',   -- json: text fields that the template declares
  source TEXT NOT NULL DEFAULT '',    -- sheet and cell it was read from
  PRIMARY KEY (submission_id, question_id)
) STRICT, WITHOUT ROWID;

-- What shows it and where it is kept. A setting's own list goes on over the years; what came in with a
-- return stays that return's.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  setting_id TEXT NOT NULL REFERENCES setting (id),
  returned_id TEXT REFERENCES submission (id),   -- the return it came in with; none in a setting's own list
  title TEXT NOT NULL,            -- what it is and shows
  place TEXT NOT NULL DEFAULT '', -- where it is kept
  owner TEXT NOT NULL DEFAULT '', -- who keeps it: a role or a name
  dated TEXT,                     -- the date it bears
  review TEXT,                    -- when it goes stale
  retired TEXT                    -- no longer used since
) STRICT;
CREATE INDEX evidence_setting ON evidence (setting_id, returned_id);
CREATE INDEX evidence_returned ON evidence (returned_id) WHERE returned_id IS NOT NULL;

-- Which answers an item of evidence backs: the row is its three keys, so that an intake keeps few indexes.
CREATE TABLE backing (
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT NOT NULL,
  id TEXT GENERATED ALWAYS AS (evidence_id || ' ' || submission_id || ' ' || question_id) VIRTUAL,
  PRIMARY KEY (submission_id, question_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX backing_evidence ON backing (evidence_id);

-- What is to be done. A setting's own plan goes on over the years; what came in with a return stays that return's.
CREATE TABLE action (
  id TEXT PRIMARY KEY,
  setting_id TEXT NOT NULL REFERENCES setting (id),
  returned_id TEXT REFERENCES submission (id),
  title TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  due TEXT,
  state TEXT NOT NULL,            -- open, under_way, done, dropped
  done_on TEXT,
  outcome TEXT NOT NULL DEFAULT '',   -- the difference it made
  origin TEXT NOT NULL DEFAULT 'audit',   -- audit, panel, feedback
  created TEXT NOT NULL           -- a date
) STRICT;
CREATE INDEX action_setting ON action (setting_id, returned_id);
CREATE INDEX action_returned ON action (returned_id) WHERE returned_id IS NOT NULL;

-- The answers that an action grew out of.
CREATE TABLE growth (
  action_id TEXT NOT NULL REFERENCES action (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT NOT NULL,
  id TEXT GENERATED ALWAYS AS (action_id || ' ' || submission_id || ' ' || question_id) VIRTUAL,
  PRIMARY KEY (submission_id, question_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX growth_action ON growth (action_id);

-- An action looked at again between rounds; append-only.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id),
  on_date TEXT NOT NULL,
  who TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_action ON review (action_id);

-- A governor's challenge and the reply to it.
CREATE TABLE challenge (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT,               -- none: on the audit as a whole
  asked_by TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  on_date TEXT NOT NULL,
  text TEXT NOT NULL,
  reply TEXT NOT NULL DEFAULT '',
  replied_by TEXT NOT NULL DEFAULT '',
  replied_on TEXT
) STRICT;
CREATE INDEX challenge_submission ON challenge (submission_id);

-- One signing of a submission, from its first step until it is complete or void. Never taken away.
CREATE TABLE sign_off (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  state TEXT NOT NULL,            -- open, complete, void
  matches INTEGER,                -- whether what came in is what was signed; none where nothing was compared
  code TEXT NOT NULL,             -- over what was frozen at the first step
  digests TEXT NOT NULL,          -- json: question to the digest of its answer; facts, actions, evidence likewise
  begun TEXT NOT NULL,            -- an instant
  voided TEXT,                    -- an instant
  void_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sign_off_submission ON sign_off (submission_id, begun);

-- One step of a signing.
CREATE TABLE signature (
  id TEXT PRIMARY KEY,
  sign_off_id TEXT NOT NULL REFERENCES sign_off (id),
  step TEXT NOT NULL,             -- id of the template's step
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  meeting TEXT,                   -- a date
  minute TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL,
  on_date TEXT NOT NULL,
  UNIQUE (sign_off_id, step)
) STRICT;

-- Each workbook written of a submission; append-only, so that undo never takes a revision back.
CREATE TABLE export (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',    -- as it was saved
  folder TEXT NOT NULL DEFAULT ''   -- the last name of the folder it was saved in
) STRICT;
CREATE INDEX export_submission ON export (submission_id, revision);

-- What a workbook held when it was written, as JSON: what both sides began from when it comes back.
CREATE TABLE exported (
  id TEXT PRIMARY KEY,            -- the export's id
  submission_id TEXT NOT NULL REFERENCES submission (id),
  content TEXT NOT NULL
) STRICT;

-- A section given to a colleague, until it is back.
CREATE TABLE share (
  id TEXT PRIMARY KEY,            -- the export's id
  submission_id TEXT NOT NULL REFERENCES submission (id),
  lent_to TEXT NOT NULL,
  due TEXT,                       -- by when it is wanted back
  standards TEXT NOT NULL,        -- json: ids
  name TEXT NOT NULL,             -- as it was saved
  at TEXT NOT NULL,               -- an instant
  back TEXT                       -- the day it was taken in or no longer awaited
) STRICT;

-- Questions that the partnership sent back, until they have been looked at again.
CREATE TABLE sent_back (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL,
  UNIQUE (submission_id, question_id)
) STRICT;

-- Dated events of a submission; append-only.
CREATE TABLE state_event (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  state TEXT NOT NULL,
  on_date TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  ratings BLOB                    -- of an acceptance: the ratings that count from then on
) STRICT;
CREATE INDEX state_event_submission ON state_event (submission_id);

-- What an officer notes on a return, or on one question of it; never part of the return.
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT,               -- none: on the return as a whole
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_submission ON note (submission_id, at);

CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  at TEXT NOT NULL,
  on_date TEXT NOT NULL,          -- the day on which its files were received
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  folder TEXT NOT NULL DEFAULT '',       -- where the files were taken from, to look there again
  known INTEGER NOT NULL DEFAULT 0,      -- files that were here already, under the same name
  state TEXT NOT NULL DEFAULT 'placed'   -- placed, withdrawn
) STRICT;
CREATE INDEX batch_round ON batch (round_id, state);

-- A file that came in: its bytes as they were, its verdict and what was said about it.
CREATE TABLE original (
  id TEXT PRIMARY KEY,            -- follows from the batch and the file's digest
  batch_id TEXT NOT NULL REFERENCES batch (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  verdict TEXT NOT NULL,          -- clean, repaired, needs_you, not_a_return, same_again, replaces, other_round, superseded
  asks TEXT NOT NULL DEFAULT '',  -- what the officer is asked: whose, which, version, round, doubt, locked
  message TEXT NOT NULL DEFAULT '',
  problems TEXT NOT NULL DEFAULT '[]',   -- json
  claim TEXT NOT NULL DEFAULT '',        -- json: what a return says of itself; empty where it is none
  setting_id TEXT,                -- whose it is, where that is known
  submission_id TEXT,             -- the return it claims to be, placed or not
  revision INTEGER NOT NULL DEFAULT 0,
  placed INTEGER NOT NULL DEFAULT 0,     -- whether its answers were placed as received
  place INTEGER NOT NULL DEFAULT 0,      -- its place in the batch, by name
  redacted INTEGER NOT NULL DEFAULT 0,
  bytes BLOB NOT NULL,            -- deflated, or as it is where that gains nothing; last, so that lists pass it by
  opened BLOB                     -- the same, unlocked with the password that the officer typed
) STRICT;
CREATE INDEX original_sha ON original (sha256);
CREATE INDEX original_batch ON original (batch_id, place);
CREATE INDEX original_setting ON original (setting_id) WHERE setting_id IS NOT NULL;
CREATE INDEX original_submission ON original (submission_id) WHERE submission_id IS NOT NULL;
CREATE INDEX original_open ON original (round_id) WHERE verdict IN ('needs_you', 'other_round', 'not_a_return');

-- What the officer said once, and what holds for the same case in this round until it is taken back.
CREATE TABLE remembered (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL,             -- whose, which, level, dates, version, round, accept_doubt, set_aside, heading
  given TEXT NOT NULL,            -- what was found
  meaning TEXT NOT NULL,          -- what it means
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  revoked TEXT                    -- an instant
) STRICT;
CREATE INDEX remembered_round ON remembered (round_id, kind, given);

-- A partnership's own workbook beside the audit tool that came of it: the original, and how it is understood.
CREATE TABLE own_workbook (
  id TEXT PRIMARY KEY,            -- key of the tool, '<template id>@<version>'
  name TEXT NOT NULL,             -- of its file
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,            -- deflated
  mapping TEXT NOT NULL,          -- json
  at TEXT NOT NULL
) STRICT;

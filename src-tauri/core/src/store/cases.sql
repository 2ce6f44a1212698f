-- Case audits, dip samples and the audit programme; they go on from the partnership's tables and stand in every file.

-- A look by several agencies at a few cases on one theme. No child stands in it: a case is a number.
CREATE TABLE case_audit (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  state TEXT NOT NULL,            -- open, done
  tool TEXT NOT NULL,             -- the tool that it was begun from, in words
  scale TEXT NOT NULL,            -- json: the grades
  plan TEXT NOT NULL,             -- json: asked by whom, why, scope, lead, group, dates, how many cases and meetings
  focus TEXT NOT NULL,            -- json: areas that are looked at
  agencies TEXT NOT NULL,         -- json: those that fill in a form
  sittings TEXT NOT NULL DEFAULT '[]',    -- json: meetings of the agencies and who came
  points TEXT NOT NULL DEFAULT '[]',      -- json: what was learnt
  texts TEXT NOT NULL DEFAULT '{}',       -- json: key to words
  approved TEXT,                  -- json: by whom, on which day, the digest of what was approved
  earlier_id TEXT REFERENCES case_audit (id),     -- the audit that it looks at again
  done_on TEXT,
  created TEXT NOT NULL
) STRICT;

CREATE TABLE audited_case (
  id TEXT PRIMARY KEY,
  audit_id TEXT NOT NULL REFERENCES case_audit (id),
  number TEXT NOT NULL,           -- never a name
  voice TEXT NOT NULL DEFAULT '',
  discussion TEXT NOT NULL DEFAULT '',
  agreed TEXT NOT NULL DEFAULT '{}',      -- json: item to the grade that was agreed
  closed TEXT,                    -- a day
  UNIQUE (audit_id, number)
) STRICT;

-- What one person of one agency says of one item of a case; known by its content, so that none takes another's place.
CREATE TABLE case_note (
  id TEXT PRIMARY KEY,            -- derived from all that follows but the source
  audit_id TEXT NOT NULL REFERENCES case_audit (id),
  number TEXT NOT NULL,           -- of the case
  item TEXT NOT NULL,             -- a focus area, voice or whole
  agency TEXT NOT NULL,
  author TEXT NOT NULL,
  grade TEXT,
  saw TEXT NOT NULL,
  good TEXT NOT NULL,
  develop TEXT NOT NULL,
  source TEXT NOT NULL            -- typed, or the name of the form
) STRICT;
CREATE INDEX case_note_audit ON case_note (audit_id, number, item);

-- That an agency took what was learnt back to its own people.
CREATE TABLE fed_back (
  id TEXT PRIMARY KEY,            -- follows from the audit and the agency
  audit_id TEXT NOT NULL REFERENCES case_audit (id),
  agency TEXT NOT NULL,
  on_date TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  how TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fed_back_audit ON fed_back (audit_id);

-- That a recommendation of the plan was made from an audit.
CREATE TABLE case_recommendation (
  id TEXT PRIMARY KEY,            -- follows from the two
  audit_id TEXT NOT NULL REFERENCES case_audit (id),
  recommendation_id TEXT NOT NULL -- the plan may take it out again
) STRICT;
CREATE INDEX case_recommendation_audit ON case_recommendation (audit_id);

-- A quick look at a few cases on one point: a few questions, answered yes, partly or no.
CREATE TABLE dip_sample (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  state TEXT NOT NULL,            -- open, done
  on_date TEXT,                   -- when it is planned
  plan TEXT NOT NULL,             -- json: asked by whom, why, lead, group, how many cases
  questions TEXT NOT NULL DEFAULT '[]',   -- json: id and text
  frame TEXT,                     -- json: the numbers that it was drawn from, the seed, how many
  done_on TEXT,
  created TEXT NOT NULL
) STRICT;

CREATE TABLE dip_case (
  id TEXT PRIMARY KEY,
  dip_id TEXT NOT NULL REFERENCES dip_sample (id),
  number TEXT NOT NULL,           -- never a name
  chosen TEXT NOT NULL,           -- drawn, by_hand
  answers TEXT NOT NULL DEFAULT '{}',     -- json: question to yes, partly, no, not_applicable
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (dip_id, number)
) STRICT;

-- What is planned to be audited and when; it may have become a round, an audit or a dip sample.
CREATE TABLE programme_entry (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,             -- round, panel, case_audit, dip_sample, peer_review, other
  title TEXT NOT NULL,
  lead TEXT NOT NULL DEFAULT '',
  watched_by TEXT NOT NULL DEFAULT '',    -- a group
  on_date TEXT NOT NULL,          -- planned
  became TEXT,                    -- id of what it became
  done_on TEXT,                   -- of what stands nowhere else in the file
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX programme_entry_day ON programme_entry (on_date);

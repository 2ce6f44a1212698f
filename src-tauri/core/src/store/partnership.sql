-- The tables of a partnership's side; they go on from schema.sql and stand in every file.

-- The partnership whose file it is: one row.
CREATE TABLE partnership (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',    -- small letters; marks its local questions
  address TEXT NOT NULL DEFAULT '',
  return_to TEXT NOT NULL DEFAULT ''
) STRICT;

-- People of the partnership by what they do, for covering texts and letters.
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  telephone TEXT NOT NULL DEFAULT ''
) STRICT;

-- A subgroup, the Executive, a group of safeguarding leads: what it is called now.
CREATE TABLE grouping (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,             -- subgroup, executive, dsl_group, other
  name TEXT NOT NULL,
  chair TEXT NOT NULL DEFAULT '',
  valid_from TEXT,                -- dates
  valid_to TEXT
) STRICT;

-- What a group was called before, and until when.
CREATE TABLE grouping_name (
  id TEXT PRIMARY KEY,
  grouping_id TEXT NOT NULL REFERENCES grouping (id),
  name TEXT NOT NULL,
  until TEXT NOT NULL             -- the date from which the next name stood
) STRICT;
CREATE INDEX grouping_name_of ON grouping_name (grouping_id, until);

CREATE TABLE agency (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,             -- local_authority, health, police, relevant, other
  valid_from TEXT,                -- dates
  valid_to TEXT
) STRICT;

-- Which column of a list means what, remembered by the list's headings.
CREATE TABLE list_columns (
  id TEXT PRIMARY KEY,            -- digest of the headings
  headings TEXT NOT NULL,         -- json
  columns TEXT NOT NULL,          -- json: field to heading
  chosen TEXT NOT NULL DEFAULT '{}',  -- json: the filter taken last
  at TEXT NOT NULL
) STRICT;

-- A due date of some of a round's settings: those of a phase, status, locality, trust or kind, or picked by hand.
CREATE TABLE round_date (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL,             -- picked, phase, status, locality, trust, kind
  value TEXT NOT NULL,            -- which phase, status...; what the picked ones are called
  settings TEXT NOT NULL DEFAULT '[]',    -- json: ids of those picked
  due TEXT NOT NULL
) STRICT;
CREATE INDEX round_date_of ON round_date (round_id);

-- The register of a round as it stood on a day: frozen, append-only.
CREATE TABLE cut_off (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  on_date TEXT NOT NULL,
  label TEXT NOT NULL,
  lines TEXT NOT NULL,            -- json: setting, name, groups, state, reason, due
  at TEXT NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX cut_off_round ON cut_off (round_id, on_date);

-- One issuing of a round's workbooks. Everything it is to write stands in `issued` from its beginning.
CREATE TABLE issue_run (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  answers TEXT NOT NULL,          -- carried: last round's beside the cells; blank
  folder TEXT NOT NULL DEFAULT '' -- the last name of the folder it went to
) STRICT;

-- One workbook of an issuing; a later one for the same setting stands beside it.
CREATE TABLE issued (
  id TEXT PRIMARY KEY,            -- this very export
  run_id TEXT NOT NULL REFERENCES issue_run (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  issue_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,    -- born here; its row comes with the return
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,             -- of the file
  due TEXT,                       -- as it says
  written TEXT                    -- an instant; none while it waits
) STRICT;
CREATE INDEX issued_round ON issued (round_id, setting_id);

-- What was done about returns that are not in: one letter to many settings at once.
CREATE TABLE chase_run (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  wording TEXT NOT NULL,          -- kind of the letter
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  folder TEXT NOT NULL DEFAULT ''
) STRICT;

-- What was done about one return that is not in; append-only.
CREATE TABLE chase (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  step TEXT NOT NULL,             -- reminder, spoken, extension, escalated
  on_date TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  until TEXT,                     -- of an extension
  rung TEXT NOT NULL DEFAULT '',  -- to whom it was escalated
  run_id TEXT REFERENCES chase_run (id)
) STRICT;
CREATE INDEX chase_setting ON chase (round_id, setting_id);

-- A letter or text of a round as the partnership words it; none where ours stands.
CREATE TABLE wording (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL,             -- covering, reminder, overdue, head, chair, authority, executive
  name TEXT NOT NULL,             -- what the partnership calls it
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (round_id, kind)
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT,
  kind TEXT NOT NULL,             -- good_practice, area_for_development, challenge, support_request, theme
  text TEXT NOT NULL,
  agency TEXT NOT NULL DEFAULT '',
  on_date TEXT NOT NULL
) STRICT;

-- A rating given by others than the setting; never over the setting's own.
CREATE TABLE moderated (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT NOT NULL,
  finding_id TEXT REFERENCES finding (id),
  level TEXT NOT NULL,
  agreed INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX moderated_question ON moderated (submission_id, question_id, at);

-- The rating that counts: the latest agreed moderated rating, else the setting's own.
CREATE VIEW rated AS
SELECT
  a.submission_id, a.question_id, a.value AS self_rating,
  (SELECT m.level FROM moderated m
    WHERE m.submission_id = a.submission_id AND m.question_id = a.question_id AND m.agreed = 1
    ORDER BY m.at DESC, m.id DESC LIMIT 1) AS moderated_rating,
  COALESCE((SELECT m.level FROM moderated m
    WHERE m.submission_id = a.submission_id AND m.question_id = a.question_id AND m.agreed = 1
    ORDER BY m.at DESC, m.id DESC LIMIT 1), a.value) AS value
FROM answer a;

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

-- What a person said about setting a question beside the last round; the lineage decides where nobody did.
CREATE TABLE comparison (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  question_id TEXT NOT NULL,
  verdict TEXT NOT NULL,          -- compare, leave_out
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  on_date TEXT NOT NULL,
  UNIQUE (round_id, question_id)
) STRICT;

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

-- A draw of the settings that panels are to meet: frame, rules and seed as they were, so that it can be drawn again.
CREATE TABLE sample (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  name TEXT NOT NULL,
  on_date TEXT NOT NULL,          -- of the frame
  frame TEXT NOT NULL,            -- json: everybody on the register that day
  rules TEXT NOT NULL,            -- json
  seed TEXT NOT NULL,             -- a whole number
  list TEXT NOT NULL,             -- digest of what was drawn
  at TEXT NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX sample_round ON sample (round_id, at);

-- A setting that was drawn and will not be met; a reserve takes its place. Append-only.
CREATE TABLE sample_refusal (
  id TEXT PRIMARY KEY,
  sample_id TEXT NOT NULL REFERENCES sample (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (sample_id, setting_id)
) STRICT;

-- A setting picked for what is known of it; never part of a sample.
CREATE TABLE pick (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  why TEXT NOT NULL,              -- non_return, all_top, low, outlier, concern, asked, other
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (round_id, setting_id)
) STRICT;

-- One meeting of a panel with one setting.
CREATE TABLE panel_session (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  state TEXT NOT NULL,            -- planned, held, closed
  on_date TEXT,
  plan TEXT NOT NULL,             -- json: times, mode, place, chosen how, quorum, whether members rate alone first
  people TEXT NOT NULL DEFAULT '[]',      -- json: name, agency, role, present or why not, conflict of interest
  enquiries TEXT NOT NULL DEFAULT '[]',   -- json: what to ask, for which agency
  seen TEXT NOT NULL DEFAULT '[]',        -- json: evidence that was looked at; never a copy
  notes TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '{}',     -- json: what came of it, dates, the setting's comments
  revealed TEXT,                  -- when the members' own ratings were shown
  created TEXT NOT NULL
) STRICT;
CREATE INDEX panel_session_round ON panel_session (round_id, on_date);
CREATE INDEX panel_session_setting ON panel_session (setting_id, on_date);

-- What the panel as a whole says of a question; never over the setting's own rating.
CREATE TABLE panel_view (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES panel_session (id),
  question_id TEXT NOT NULL,
  view TEXT NOT NULL,             -- agrees, higher, lower, not_tested
  level TEXT,
  reason TEXT NOT NULL DEFAULT '',
  dissent TEXT NOT NULL DEFAULT '[]',     -- json: who sees it otherwise, and how
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (session_id, question_id)
) STRICT;

-- What one member noted on one question, or on the whole; known by its content, so that none takes another's place.
CREATE TABLE panel_note (
  id TEXT PRIMARY KEY,            -- derived from all that follows but the source
  session_id TEXT NOT NULL REFERENCES panel_session (id),
  question_id TEXT NOT NULL,      -- blank: on the whole
  member TEXT NOT NULL,
  agency TEXT NOT NULL,
  level TEXT,                     -- the member's own rating
  text TEXT NOT NULL,
  source TEXT NOT NULL            -- typed, or the name of the form
) STRICT;
CREATE INDEX panel_note_session ON panel_note (session_id, question_id);

-- What was agreed at a session to be done; it goes into the setting's own plan; how far it is comes
-- back with its returns.
CREATE TABLE agreed_action (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES panel_session (id),
  question_id TEXT,
  title TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  by_whom TEXT NOT NULL,          -- setting, or an agency that promised support
  due TEXT
) STRICT;
CREATE INDEX agreed_action_session ON agreed_action (session_id);
-- The code frame: what officers hear again and again in what settings wrote. It goes on over the rounds.
CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  meaning TEXT NOT NULL DEFAULT '',   -- what belongs to it
  kind TEXT NOT NULL DEFAULT 'comment',   -- comment, good_practice, support
  response TEXT NOT NULL DEFAULT ''   -- what is planned in answer to it
) STRICT;

-- That a text of a return speaks of a theme, and what of it may be quoted.
CREATE TABLE coding (
  id TEXT PRIMARY KEY,            -- follows from the place and the theme
  theme_id TEXT NOT NULL REFERENCES theme (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  place TEXT NOT NULL,            -- within the return: 'note school.c4', 'evidence <id>'
  digest TEXT NOT NULL,           -- of the text as it was coded
  quote TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX coding_round ON coding (round_id, theme_id);

-- A survey as counts of answers: of staff, parents, pupils. No row of a respondent is kept.
CREATE TABLE survey (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  name TEXT NOT NULL,
  answerers TEXT NOT NULL,        -- staff, practitioners, parents, pupils, others
  on_date TEXT NOT NULL,
  people INTEGER                  -- who answered; none where only counts came
) STRICT;
CREATE INDEX survey_round ON survey (round_id);

CREATE TABLE survey_item (
  id TEXT PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  place INTEGER NOT NULL,
  text TEXT NOT NULL,             -- the question, as it was asked
  answers TEXT NOT NULL,          -- json: answer, count, what it leans to
  about TEXT NOT NULL             -- json: the standard or question that it is set beside
) STRICT;
CREATE INDEX survey_item_of ON survey_item (survey_id, place);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  question_id TEXT,
  kind TEXT NOT NULL,             -- good_practice, area_for_development, challenge, support_request, theme
  text TEXT NOT NULL,
  agency TEXT NOT NULL DEFAULT '',
  on_date TEXT NOT NULL,
  session_id TEXT REFERENCES panel_session (id),
  standard_id TEXT,
  themes TEXT NOT NULL DEFAULT '[]',      -- json: one to three
  whom TEXT NOT NULL DEFAULT 'setting',   -- for whom: setting, agency, partnership
  permission TEXT NOT NULL DEFAULT '',    -- of good practice: may the setting be named? blank is not asked: asked, given, refused
  permission_by TEXT NOT NULL DEFAULT '',
  voice TEXT NOT NULL DEFAULT ''          -- what children say
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

-- What a partnership adds to a paper of a round: words, headings, to whom it goes, how far it is approved.
CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL,
  headings TEXT NOT NULL DEFAULT '',
  sentences TEXT NOT NULL DEFAULT '{}',   -- json: key to words, the figures behind them, who
  texts TEXT NOT NULL DEFAULT '{}',       -- json: key to words
  circulation TEXT NOT NULL DEFAULT '[]', -- json: lines
  approved TEXT,                  -- json: by whom, on which day, the digest of what was approved
  UNIQUE (round_id, kind)
) STRICT;

-- Every paper that was written, with the recipe of its figures; append-only.
CREATE TABLE publication (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  recipe TEXT NOT NULL            -- json
) STRICT;
CREATE INDEX publication_round ON publication (round_id, at);

-- The tables of a partnership's plan; they go on from partnership.sql and stand in every file.

CREATE TABLE recommendation (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,        -- given once: R3
  round_id TEXT NOT NULL REFERENCES round (id),   -- in which it came up
  on_date TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,           -- self_audit, panel, case_audit, survey, inspection, review, other
  theme TEXT NOT NULL DEFAULT '',     -- the theme that it answers, in words
  stance TEXT NOT NULL,           -- waiting, accepted, not_accepted
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE plan_action (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,        -- given once: A7
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  title TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  agency TEXT NOT NULL DEFAULT '',
  groups TEXT NOT NULL DEFAULT '[]',  -- json: ids of the groups that look at it
  visibility TEXT NOT NULL DEFAULT 'internal',    -- internal, shareable
  due TEXT,
  stage TEXT NOT NULL,            -- not_begun, under_way, done, closed, dropped
  rag TEXT,                       -- what a person said in place of the colour worked out
  rag_reason TEXT NOT NULL DEFAULT '',
  impact TEXT NOT NULL DEFAULT '',    -- the difference it made, or why it was dropped
  ended TEXT,                     -- the day it was closed or dropped
  follow_up TEXT,                 -- the day its difference is looked at again
  followed_up TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_action_of ON plan_action (recommendation_id);

-- What was said of an action; append-only.
CREATE TABLE plan_update (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  on_date TEXT NOT NULL,
  who TEXT NOT NULL,
  by_way TEXT NOT NULL,           -- here, form: said in Attest, or on a reply form
  stage TEXT,                     -- none where nothing was said of it
  text TEXT NOT NULL
) STRICT;
CREATE INDEX plan_update_of ON plan_update (action_id);

-- A meeting of a group, and the plan as it stood when it was held.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  grouping_id TEXT NOT NULL REFERENCES grouping (id),
  on_date TEXT NOT NULL,
  agenda TEXT NOT NULL DEFAULT '',
  held_on TEXT,                   -- the day the plan was written down; none until it was held
  snapshot TEXT                   -- json
) STRICT;

-- What was decided, challenged, taken higher or praised at a meeting, and the reply.
CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  action_id TEXT REFERENCES plan_action (id),
  kind TEXT NOT NULL,             -- decision, challenge, escalation, good_practice
  text TEXT NOT NULL,
  to_whom TEXT NOT NULL DEFAULT '',
  level TEXT,                     -- of an escalation: chairs, executive, scrutiny
  due TEXT,
  reply TEXT NOT NULL DEFAULT '',
  replied_on TEXT
) STRICT;
CREATE INDEX matter_of ON matter (meeting_id);

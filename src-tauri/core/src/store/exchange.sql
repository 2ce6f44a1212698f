-- What goes between partnerships and between organisations: packs, workshops, who answers for a return.

-- A round of a partnership as a pack brought it: the later edition stands.
CREATE TABLE pack_round (
  id TEXT PRIMARY KEY,            -- the round's id in its own file
  partnership TEXT NOT NULL,
  label TEXT NOT NULL,
  revision INTEGER NOT NULL,      -- the last operation in its file
  naming TEXT NOT NULL,           -- named, nameless
  digest TEXT NOT NULL,
  content TEXT NOT NULL           -- json
) STRICT;

-- A pack that was given to others; append-only.
CREATE TABLE pack_given (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  given_to TEXT NOT NULL,
  naming TEXT NOT NULL,
  rounds TEXT NOT NULL            -- labels
) STRICT;

-- Another partnership that a setting makes the same return to.
CREATE TABLE also_returns (
  id TEXT PRIMARY KEY,            -- follows from the two
  setting_id TEXT NOT NULL REFERENCES setting (id),
  partnership TEXT NOT NULL
) STRICT;
CREATE INDEX also_returns_setting ON also_returns (setting_id);

-- Who answers for a setting's return, and who stands in.
CREATE TABLE setting_contact (
  id TEXT PRIMARY KEY,            -- follows from the setting and the part
  setting_id TEXT NOT NULL REFERENCES setting (id),
  part TEXT NOT NULL,             -- author, substitute
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  telephone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX setting_contact_setting ON setting_contact (setting_id);

-- A day on which organisations of a round review each other, or present and are challenged.
CREATE TABLE workshop (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  plan TEXT NOT NULL,             -- json: kind, name, day, place, who takes part, who is kept apart and why
  seed TEXT NOT NULL,             -- a whole number
  list TEXT NOT NULL,             -- digest of who reviews whom
  sessions TEXT NOT NULL DEFAULT '[]',    -- json: ids of the sessions that came of it
  at TEXT NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX workshop_round ON workshop (round_id);

-- What was put to an organisation at a challenge event, and its reply.
CREATE TABLE workshop_challenge (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id),
  setting_id TEXT NOT NULL REFERENCES setting (id),
  asked_by TEXT NOT NULL,
  text TEXT NOT NULL,
  reply TEXT NOT NULL DEFAULT '',
  replied_on TEXT
) STRICT;
CREATE INDEX workshop_challenge_of ON workshop_challenge (workshop_id);

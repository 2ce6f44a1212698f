// What goes over the wire, as `api/views.rs` has it.
export type FileKind = "setting" | "partnership";
export type Kind = "input" | "missing" | "state" | "read_only" | "file" | "disk" | "stopped" | "fault";
export type Severity = "note" | "repaired" | "question" | "fault";
export type Audience =
  "school" | "agency" | "early_years" | "voluntary" | "case_audit" | "practitioner_survey";
export type Status = "draft" | "preview" | "unreviewed" | "reviewed";
export type Meaning = "exceeds" | "met" | "mostly" | "partly" | "not_met" | "not_applicable" | "none";
export type Asks = "evidence" | "action" | "reason";
export type QuestionKind = "rating" | "yes_no" | "one_choice" | "many_choices" | "number" | "date" | "text";
export type Duty = "must" | "should" | "good_practice";
export type TaskState = "not_started" | "incomplete" | "done";
export type JobState = "running" | "done" | "stopped" | "failed";
export type ReturnState =
  "expected" | "exempt" | "received" | "accepted" | "sent_back" | "replaced" | "withdrawn";
export type VerdictKind =
  "clean" | "repaired" | "needs_you" | "not_a_return" | "same_again" | "replaces" | "other_round";
export type FindingKind =
  "good_practice" | "area_for_development" | "challenge" | "support_request" | "theme";
export type QuestionId = string;
export type StandardId = string;
export type LevelCode = string;
export type FactName = string;
export type SettingId = string;
export type RoundId = string;
export type SubmissionId = string;
export type Revision = number;

export type Failure = { kind: Kind; message: string; hint: string };
export type Problem = { severity: Severity; place: string; message: string; hint: string };
export type FileState = {
  name: string;
  kind: FileKind;
  revision: Revision;
  undo: string | null;
  redo: string | null;
  read_only: string | null;
};
export type Level = {
  code: LevelCode;
  label: string;
  definition: string;
  meaning: Meaning;
  asks: Array<Asks>;
  target: boolean;
  synonyms: Array<string>;
};
export type Fact = { name: FactName; question: string; choices: Array<string> };
export type Answer = {
  question: QuestionId;
  value: string | null;
  note: string;
  impact: string;
  area: string;
  reason: string;
  flag: boolean;
  carried_from: string | null;
  extra: Record<string, string>;
  source: string;
};

export type Start = { version: string; recent: Array<RecentFile>; templates: Array<TemplateChoice> };
export type RecentFile = {
  id: number;
  name: string;
  folder: string;
  kind: FileKind;
  opened: string;
  there: boolean;
};
export type TemplateChoice = {
  key: string;
  title: string;
  version: string;
  edition: string;
  legal_position: string;
  audience: Audience;
  status: Status;
  status_note: string;
  questions: number;
};
export type Home = {
  submission: SubmissionId;
  setting: SettingView;
  round: RoundView;
  template: TemplateChoice;
  standards: Array<StandardTask>;
  progress: Progress;
  ratings: Ratings;
  facts: Array<Fact>;
};
export type SettingView = {
  id: SettingId;
  kind: string;
  name: string;
  identifiers: Record<string, string>;
  facts: Record<string, string>;
};
export type RoundView = {
  id: RoundId;
  label: string;
  template: string;
  opens: string | null;
  governors: string | null;
  due: string | null;
  days_to_governors: number | null;
  days_to_due: number | null;
};
export type StandardTask = {
  id: StandardId;
  number: string;
  title: string;
  state: TaskState;
  progress: Progress;
  ratings: Ratings;
};
export type Progress = { asked: number; answered: number; carried: number; flagged: number };
export type Ratings = {
  exceeds: number;
  met: number;
  mostly: number;
  partly: number;
  not_met: number;
  not_applicable: number;
  other: number;
  blank: number;
};
export type StandardView = {
  id: StandardId;
  number: string;
  title: string;
  introduction: string;
  governors: Array<string>;
  questions: Array<QuestionView>;
  previous: StandardId | null;
  next: StandardId | null;
};
export type QuestionView = {
  id: QuestionId;
  number: string;
  text: string;
  kind: QuestionKind;
  duty: Duty;
  priority: boolean;
  references: Array<string>;
  guidance: string;
  evidence: Array<string>;
  levels: Array<LevelView>;
  choices: Array<string>;
  fields: Array<FieldView>;
  answer: Answer;
  gaps: Array<string>;
  last_round: LastRound | null;
};
export type LevelView = { level: Level; key: string; looks_like: string };
export type FieldView = { name: string; label: string };
export type LastRound = { round: string; label: string | null; note: string };
export type Written = { name: string; folder: string; sentence: string; problems: Array<Problem> };
export type HistoryLine = {
  seq: number;
  at: string;
  who: string;
  name: string;
  target: string;
  undone: boolean;
};
export type BackupLine = { id: number; at: string; size: number };
export type JobView = {
  name: string;
  done: number;
  total: number;
  state: JobState;
  message: string;
  hint: string;
};
export type RoundOverview = {
  round: RoundView;
  template: TemplateChoice;
  expected: number;
  exempt: number;
  received: number;
  accepted: number;
  sent_back: number;
  not_received: number;
  settings: Array<RegisterLine>;
  batches: Array<BatchLine>;
  findings: number;
};
export type RegisterLine = {
  setting: SettingId;
  name: string;
  phase: string;
  status: string;
  locality: string;
  urn: string;
  state: ReturnState;
  submission: SubmissionId | null;
  on: string | null;
  pct_met: Share | null;
};
export type Share = { count: number; base: number };
export type BatchLine = { id: string; at: string; label: string; state: string; files: number };
export type IntakeView = { batch: BatchLine; lines: Array<IntakeLine> };
export type IntakeLine = {
  original: string;
  name: string;
  sha256: string;
  verdict: VerdictKind;
  message: string;
  problems: Array<Problem>;
  setting: string | null;
  submission: SubmissionId | null;
  state: ReturnState | null;
};
export type ReturnView = {
  submission: SubmissionId;
  setting: SettingView;
  state: ReturnState;
  round: string;
  standards: Array<ReturnStandard>;
  findings: Array<FindingView>;
  progress: Progress;
  ratings: Ratings;
};
export type ReturnStandard = { id: StandardId; number: string; title: string; lines: Array<ReturnLine> };
export type ReturnLine = {
  question: QuestionId;
  number: string;
  text: string;
  levels: Array<Level>;
  self_rating: LevelCode | null;
  moderated: LevelCode | null;
  note: string;
  impact: string;
  area: string;
  reason: string;
  source: string;
};
export type FindingView = {
  id: string;
  submission: SubmissionId;
  setting: string;
  question: QuestionId | null;
  number: string;
  kind: FindingKind;
  text: string;
  agency: string;
  on: string;
  self_rating: string | null;
  moderated: string | null;
  reason: string;
  agreed: boolean;
};
export type TableView = {
  title: string;
  caption: string;
  as_at: string;
  columns: Array<ColumnView>;
  rows: Array<Array<CellView>>;
  notes: Array<string>;
};
export type ColumnView = { label: string; numeric: boolean };
export type CellView = { text: string; count: number | null; base: number | null };
export type Theme = "system" | "light" | "dark";
export type Preferences = { theme: Theme; single_keys: boolean; text_size: number };
export type Opened = { kind: FileKind };
type None = Record<string, never>;

export interface Commands {
  "start.show": [None, Start];
  "start.new_setting": [
    {
      template: string;
      name: string;
      kind: string;
      identifiers: Record<string, string>;
      round_label: string;
      governors: string | null;
      due: string | null;
    },
    Home | null,
  ];
  "start.new_partnership": [
    { name: string; round_label: string; template: string; due: string | null },
    RoundOverview | null,
  ];
  "start.open": [None, Opened | null];
  "start.open_recent": [{ id: number }, Opened];
  "start.forget_recent": [{ id: number }, Start];
  "file.close": [None, Start];
  "file.undo": [None, { name: string }];
  "file.redo": [None, { name: string }];
  "file.history": [None, Array<HistoryLine>];
  "file.backups": [None, Array<BackupLine>];
  "file.restore": [{ id: number }, Opened | null];
  "file.redact": [{ text: string }, { places: number }];
  "home.show": [None, Home];
  "home.facts": [{ facts: Record<string, string> }, Home];
  "home.dates": [{ governors: string | null; due: string | null }, Home];
  "standard.show": [{ standard: StandardId }, StandardView];
  "answer.rate": [{ question: QuestionId; level: LevelCode | null }, QuestionView];
  "answer.write": [{ question: QuestionId; field: string; text: string }, QuestionView];
  "answer.flag": [{ question: QuestionId; flag: boolean }, QuestionView];
  "return.write": [None, Written | null];
  "job.show": [None, JobView | null];
  "job.stop": [None, JobView | null];
  "round.show": [None, RoundOverview];
  "register.add": [
    {
      name: string;
      kind: string;
      phase: string;
      status: string;
      locality: string;
      identifiers: Record<string, string>;
    },
    RoundOverview,
  ];
  "register.exempt": [{ setting: SettingId; reason: string }, RoundOverview];
  "intake.files": [None, JobView | null];
  "intake.folder": [None, JobView | null];
  "intake.latest": [None, IntakeView | null];
  "intake.show": [{ batch: string }, IntakeView];
  "intake.accept": [{ submissions: Array<SubmissionId> }, RoundOverview];
  "intake.accept_clean": [{ batch: string }, RoundOverview];
  "intake.withdraw": [{ batch: string }, RoundOverview];
  "return.show": [{ submission: SubmissionId }, ReturnView];
  "finding.record": [
    {
      submission: SubmissionId;
      question: QuestionId | null;
      kind: FindingKind;
      text: string;
      agency: string;
      level: LevelCode | null;
      reason: string;
      agreed: boolean;
    },
    ReturnView,
  ];
  "finding.list": [None, Array<FindingView>];
  "table.standards": [None, TableView];
  "round.write": [None, Written | null];
  "preferences.show": [None, Preferences];
  "preferences.set": [Preferences, Preferences];
}

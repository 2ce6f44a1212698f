// Written from the core's commands by its test `types`; `make types` writes it again. Not edited by hand.
export type Audience = "school" | "agency" | "early_years" | "voluntary" | "case_audit" | "practitioner_survey";
export type FileKind = "setting" | "partnership";
export type FileState = { name: string, kind: FileKind, revision: Revision, 
/**
 * Name of the operation that undo takes back.
 */
undo: string | null, redo: string | null, 
/**
 * Who has the file, when it can only be read.
 */
read_only: string | null, };
export type JobState = "running" | "done" | "stopped" | "failed";
export type JobView = { name: string, done: number, total: number, state: JobState, message: string, hint: string, };
export type Kind = "input" | "missing" | "state" | "read_only" | "file" | "disk" | "stopped" | "fault";
export type Meaning = "exceeds" | "met" | "mostly" | "partly" | "not_met" | "not_applicable" | "none";
export type Named = { name: string, };
export type Nothing = Record<symbol, never>;
export type Opened = { kind: FileKind, };
export type Preferences = { 
/**
 * Colours of the screen.
 */
theme: Theme, 
/**
 * Whether a digit alone rates a question.
 */
single_keys: boolean, 
/**
 * Size of text in per cent: 100, 115 or 130.
 */
text_size: number, };
export type Recent = { 
/**
 * Its number in the list.
 */
id: number, };
export type RecentFile = { id: number, name: string, folder: string, kind: FileKind, opened: string, there: boolean, };
export type Revision = number;
export type Start = { version: string, recent: Array<RecentFile>, templates: Array<TemplateChoice>, };
export type Status = "draft" | "preview" | "unreviewed" | "reviewed";
export type TemplateChoice = { 
/**
 * `school@2025.1`
 */
key: string, title: string, version: string, edition: string, legal_position: string, audience: Audience, status: Status, status_note: string, questions: number, };
export type Theme = "system" | "light" | "dark";
export type Failure = { kind: Kind, message: string, hint: string };
export type Reply<T> = { value: T, file: FileState | null };
/** Every command: what it is given, what it answers. */
export type Commands = {
  "start.show": [Nothing, Start];
  "start.open": [Nothing, Opened | null];
  "start.open_recent": [Recent, Opened];
  "start.forget_recent": [Recent, Start];
  "file.close": [Nothing, Start];
  "file.undo": [Nothing, Named];
  "file.redo": [Nothing, Named];
  "job.show": [Nothing, JobView | null];
  "job.stop": [Nothing, JobView | null];
  "preferences.show": [Nothing, Preferences];
  "preferences.set": [Preferences, Preferences];
};

// The words of the field that stand on more than one screen.
import type {
  Audience,
  Duty,
  FileKind,
  FindingKind,
  Meaning,
  ReturnState,
  Severity,
  Status,
  TaskState,
  VerdictKind,
} from "../api/wire";

export const app = { name: "Attest", skip: "Skip to the main content", loading: "Opening…" };

export const meanings: Record<Meaning | "blank", string> = {
  exceeds: "Exceeds",
  met: "Met",
  mostly: "Mostly met",
  partly: "Partly met",
  not_met: "Not met",
  not_applicable: "Not applicable",
  none: "Answered, not rated",
  blank: "Not answered",
};

export const duties: Record<Duty, string> = {
  must: "Must",
  should: "Should",
  good_practice: "Good practice",
};

export const dutyMeanings: Record<Duty, string> = {
  must: "A legal duty, or statutory guidance that says “must”.",
  should: "Statutory guidance that says “should”: follow it unless there is good reason not to.",
  good_practice: "Not required; what good settings do.",
};

export const taskStates: Record<TaskState, string> = {
  not_started: "Not started",
  incomplete: "Incomplete",
  done: "Done",
};

export const returnStates: Record<ReturnState, string> = {
  expected: "Not received",
  exempt: "Exempt",
  received: "Received",
  checked: "Checked",
  accepted: "Accepted",
  sent_back: "Sent back",
  replaced: "Replaced",
  withdrawn: "Withdrawn",
};

export const verdicts: Record<VerdictKind, string> = {
  clean: "Clean",
  repaired: "Read with repairs",
  needs_you: "Needs you",
  not_a_return: "Not a return",
  same_again: "The same file again",
  replaces: "Replaces an earlier one",
  other_round: "From another round",
  superseded: "Does not count",
};

export const findingKinds: Record<FindingKind, string> = {
  good_practice: "Good practice",
  area_for_development: "Area for development",
  challenge: "Challenge",
  support_request: "Support request",
  theme: "Theme for partners",
};

export const severities: Record<Severity, string> = {
  note: "Note",
  repaired: "Repaired",
  question: "Needs a decision",
  fault: "Cannot be used",
};

export const statuses: Record<Status, string> = {
  draft: "Draft",
  preview: "Preview",
  unreviewed: "Not yet reviewed",
  reviewed: "Reviewed",
};

export const audiences: Record<Audience, string> = {
  school: "For schools and colleges",
  agency: "For organisations (Section 11)",
  early_years: "For early years settings",
  voluntary: "For the voluntary sector",
  case_audit: "For case audits",
  practitioner_survey: "For practitioner surveys",
};

export const fileKinds: Record<FileKind, string> = {
  setting: "Self-audit",
  partnership: "Partnership’s round",
};

export const agencies: [string, string][] = [
  ["local_authority", "Local authority"],
  ["police", "Police"],
  ["health", "Health"],
  ["education", "Education"],
  ["other", "Another agency"],
];

/** The name of an agency, as it was typed where we do not know it. */
export function agencyName(agency: string): string {
  return agencies.find(([code]) => code === agency)?.[1] ?? agency;
}

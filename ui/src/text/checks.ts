// The checks: every gap with the way to it, and what looks like a child's personal data.
import type { GapKind, PlaceKind, What } from "../api/wire";
import { counted } from "./counts";

export const checks = {
  title: "Checks",
  lead: "What is still open, each with the way to it. Gaps are closed before anybody signs; what is only worth a look is yours to decide.",
  gap: "Gap",
  look: "Worth a look",
  gaps: (n: number) => counted(n, "gap"),
  looks: (n: number) => `${n} worth a look`,
  personals: (n: number) => counted(n, "possible name or number", "possible names or numbers"),
  none: "Nothing is open.",
  noneHint:
    "Every question is answered, every rating has what it asks for, and no text looks like a child’s personal data.",
  filter: "Show",
  all: "All",
  kinds: {
    unanswered: "Not answered",
    unconfirmed: "Not confirmed",
    asks: "Evidence, action or reason missing",
    check: "Contradictions and dates",
    personal: "Personal data",
  } satisfies Record<GapKind, string>,
  whole: "The audit as a whole",
  noneShown: "Nothing of this kind is open.",
  list: (standard: string) => `Open in ${standard}`,
};

export const personal = {
  title: "Looks like a child’s personal data",
  lead: "Look at each. If it names or points to a child, change the text, or take it out for good: from the answers, the history and the safety copies.",
  limits: "This finds patterns, not meaning. It cannot know every name.",
  whats: {
    upn: "A unique pupil number",
    nhs: "An NHS number",
    dob: "A date of birth",
    postcode: "A postcode",
    email: "An e-mail address",
    pupil: "A pupil’s name",
    phone: "A telephone number",
  } satisfies Record<What, string>,
  kinds: {
    answer: "Answer",
    evidence: "Evidence",
    action: "Action",
    challenge: "Question that was asked",
    file: "Name of this file",
  } satisfies Record<PlaceKind, string>,
  fields: {
    note: "evidence and commentary",
    impact: "impact",
    area: "area for development",
    reason: "reason",
    value: "answer",
    title: "what it is",
    place: "where it is kept",
    owner: "owner",
    outcome: "outcome",
    text: "question asked",
    reply: "reply",
    asked_by: "who asked",
    replied_by: "who replied",
    name: "name",
    minute: "minute reference",
  } as Record<string, string>,
  at: (what: string, field: string) => (field ? `${what}, ${field}` : what),
  redact: "Redact…",
  redactOf: (what: string) => `Redact: ${what}`,
  redactTitle: "Take this text out for good",
  close: "Close",
};

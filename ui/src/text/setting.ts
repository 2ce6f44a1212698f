// The sides of a setting's file, as its navigation names them.
import { counted } from "./counts";

export const nav = {
  label: "This audit",
  search: "Search",
  home: "Home",
  audit: "Audit",
  evidence: "Evidence",
  plan: "Plan",
  checks: "Checks",
  signOff: "Sign off",
  send: "Send",
  papers: "Papers",
};

export const audit = {
  empty: "This audit asks no questions yet.",
};

export const pick = {
  optional: "(optional)",
  find: "Find a question by number or words",
  chosen: (n: number) => (n === 0 ? "No question chosen" : `${counted(n, "question")} chosen`),
  none: "No question has these words.",
};

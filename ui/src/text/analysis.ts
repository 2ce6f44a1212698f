// The analysis of a round: its parts, its tables, and what is in a number.
import type { By, Readers, ResultsTable } from "../api/wire";
import { of } from "./counts";

export const analysis = {
  label: "Parts of the analysis",
  named: (part: string) => `${part} – Analysis`,
  parts: {
    overview: "Overview",
    standards: "Standards",
    questions: "Questions",
    heatmap: "Heatmap",
    compare: "Between rounds",
  },
  titles: {
    overview: "Analysis",
    standards: "Result per standard",
    questions: "Result per question",
    heatmap: "Heatmap",
    compare: "Between rounds",
  },
  leads: {
    overview: "Who returned, how good the returns are, and what they say. Only accepted returns count.",
    standards: "What settings say of themselves, standard by standard.",
    questions: "What settings say of themselves, question by question.",
    heatmap: "Every rating as a letter; by setting or by group.",
    compare: "This round beside the one before, by questions whose meaning stayed the same.",
  },
};

export const tables = {
  empty: "Nothing to count yet.",
  emptyHint: "Accept the returns that came in; then the figures stand here.",
  base: (count: number, base: number) => of(count, base),
  notes: "How these figures are made",
  choose: "Table",
  by: "Told apart by",
  restricted: "For officers only: it speaks of single settings.",
  noEarlier: "There is no earlier round of this audit in the file.",
  noEarlierHint: "Begin the next round from this one; then the two stand side by side.",
  names: {
    standards: "Result per standard",
    standards_by: "Standards by group",
    questions: "Result per question",
    questions_by: "Questions by group",
    ends: "Strongest and weakest",
    changes: "Rises and falls since last round",
    matched: "Matched settings, this round beside the last",
    settings: "Profile of each setting",
    response: "Response",
    actions: "Actions in returns",
    self_and_panel: "Own rating and panel",
    finding_types: "Findings by type",
    numbers: "Numbers in returns",
  } satisfies Record<ResultsTable, string>,
  readers: "Made for",
  readersAre: {
    officers: "Officers: every figure",
    others: "Sharing: small numbers hidden",
  } satisfies Record<Readers, string>,
  groups: {
    phase: "Phase",
    status: "Status",
    locality: "Locality",
    trust: "Trust",
  } satisfies Record<By, string>,
};

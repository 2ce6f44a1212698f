// The analysis of a round: its parts, its tables, and what is in a number.
import type { By, How, Readers, ResultsTable, Unit } from "../api/wire";
import { counted, of } from "./counts";

export const analysis = {
  label: "Parts of the analysis",
  named: (part: string) => `${part} – Analysis`,
  parts: {
    overview: "Overview",
    standards: "Standards",
    questions: "Questions",
    heatmap: "Heatmap",
    compare: "Between rounds",
    written: "What was written",
    signals: "Signals",
    surveys: "Surveys",
  },
  titles: {
    overview: "Analysis",
    standards: "Result per standard",
    questions: "Result per question",
    heatmap: "Heatmap",
    compare: "Between rounds",
    written: "What was written",
    signals: "Signals",
    surveys: "Surveys",
  },
  leads: {
    overview: "Who returned, how good the returns are, and what they say. Only accepted returns count.",
    standards: "What settings say of themselves, standard by standard.",
    questions: "What settings say of themselves, question by question.",
    heatmap: "Every rating as a letter; by setting or by group.",
    compare: "This round beside the one before, by questions whose meaning stayed the same.",
    written: "All that settings wrote: looked through, coded by theme, quoted, beside last round.",
    surveys: "What staff, practitioners, parents or pupils answered, beside what settings say of themselves.",
    signals: "What stands out in the returns and may be worth a question.",
  },
};

export const nothingCounts = {
  nobody: {
    words: "Nobody is asked to return in this round yet.",
    hint: "Put the schools or organisations on the register first.",
    go: "Go to the register",
  },
  none: {
    words: "No return has come in yet, so there is nothing to count.",
    hint: "Take in the workbooks that came back, and accept them.",
    go: "Go to the post room",
  },
  waiting: {
    words: "No return is accepted yet, so nothing counts.",
    hint: "What came in waits for you: look at the returns and accept them.",
    go: "Look at the returns",
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
    breaks: "What is not compared, and why",
    response: "Response by type",
    over_time: "Response over time",
    quality: "Quality of the returns",
    non_return: "Non-return log",
    support: "Support asked for",
    actions: "Actions in returns",
    self_and_panel: "Own rating and panel",
    finding_types: "Findings by type and theme",
    numbers: "Numbers in returns",
    themes: "Themes in what settings wrote",
    asked_for: "Support that texts ask for",
    surveys: "Surveys beside self-ratings",
    good_practice: "Good practice register",
    action_plan: "Partnership action plan",
    earlier_actions: "Review of earlier actions",
    sample: "Sample and population",
  } satisfies Record<ResultsTable, string>,
  how: "Press Enter on a figure to see what is in it; the arrow keys go from figure to figure.",
  behind: "What is in ",
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

export const looking = {
  far: (done: number, of: number) =>
    of > 0 && done < of ? `About ${Math.floor((100 * done) / of)}% done` : "Nearly done",
  stop: "Stop looking",
  stopped: "Stopped. Nothing was changed.",
  stoppedHint: "Begin again whenever you like; once it is done it stands here until the file changes.",
  again: "Look through the returns",
};

export const overview = {
  label: "The round in figures",
  returned: "Returned",
  accepted: "Accepted",
  met: "Met, all standards",
  range: "Met, if all missing were worst or best",
  asked: "asked",
  judgements: "judgements",
  count: "only these count below",
  nobody: "nobody is missing",
  unknown: "–",
  base: (cell: { count: number | null; base: number | null }, what: string) =>
    `${of(cell.count ?? 0, cell.base ?? 0)} ${what}`,
  missing: (count: number) => `${counted(Math.max(0, count), "setting")} without an accepted return`,
};

export const asAt = {
  label: "As at",
  now: "Now",
  day: "The end of a past day…",
  cutOff: (label: string, on: string) => `${label}, ${on}`,
  ofDay: "Which day",
  words: { day: "Day", month: "Month", year: "Year" },
  show: "Show",
  notADay: "Enter a day, such as 31 3 2027",
  past: "As it stood then: what was accepted, who was asked and what panels had agreed at that moment.",
};

export const behind = {
  title: "What is in this number",
  find: "Find a setting",
  close: "Close",
  share: (count: number, base: number) => of(count, base),
  earlier:
    "This figure is the earlier round’s. Choose that round at the top of the page to see the returns behind it.",
  how: {
    counted: "Counted",
    in_base: "In the base, not counted",
    not_applicable: "Not applicable, in no base",
    no_judgement: "No judgement, in no base",
    blank: "Not answered, in no base",
    not_asked: "Not asked, in no base",
    waiting: "Returned, not accepted yet",
    sent_back: "Sent back, not come again",
    missing: "Not returned",
  } satisfies Record<How, string>,
  counted: (how: How, count: number, settings: number, unit: Unit) => {
    const absent = how === "waiting" || how === "sent_back" || how === "missing";
    const from = counted(settings, "setting");
    return unit === "ratings" && !absent && count !== settings
      ? `${counted(count, "rating")} from ${from}`
      : from;
  },
  line: (phase: string, said: string, count: number) =>
    [phase, said, count > 1 ? String(count) : ""].filter(Boolean).join(" · "),
  heads: { how: "How it counts", setting: "Setting", phase: "Phase", said: "What it says", count: "Number" },
  first: "The first of each list; saved as Excel it has all of them.",
  more: (count: number) => `and ${count} more: find them by name`,
};

export const comparisons = {
  title: "What is compared",
  lead: (same: number, broken: number) =>
    `${counted(same, "question")} ${same === 1 ? "is" : "are"} the same as last time and compared. ` +
    `${broken === 0 ? "None is" : broken === 1 ? "One is" : `${broken} are`} new or changed, or somebody decided about ${broken === 1 ? "it" : "them"}.`,
  others: (count: number) => `The ${counted(count, "question")} that ${count === 1 ? "is" : "are"} compared`,
  from: (question: string) => `Last time: ${question}`,
  compare: "Compare all the same…",
  leaveOut: "Do not compare…",
  takeBack: "Take the decision back",
  compareTitle: "Compare this question all the same?",
  leaveOutTitle: "Leave this question out of comparisons?",
  reason: "Why",
  number: "No.",
  question: "Question",
  compared: "Compared",
  yes: "Yes",
  no: "No",
  last: "Last time",
  reasonHint: "Your name, the day and this sentence stand with every figure that it concerns.",
  noReason: "Say why",
  check: "Check what you typed",
  save: "Save the decision",
  cancel: "Cancel",
};

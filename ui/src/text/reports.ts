// The reports of a round: which there are, what can be done to each.
import type { Audience, Headings, Paper, Picture, Readers, ReportState } from "../api/wire";
import { counted } from "./counts";

export const reports = {
  title: "Reports",
  lead: "Every paper is made from the same figures, each with its base. Nothing is sent: save a paper and send it yourself.",
  back: "All reports",
  papers: "Papers",
  names: {
    full: "Report of the round",
    executive: "Paper for the Executive",
    dsl_briefing: "Briefing for safeguarding leads",
    governors: "Pack for governors",
    public: "Public summary",
    assurance: "Annual assurance report",
    method: "How the figures are made",
    seven_points: "7-point briefing",
    learning: "Learning summary",
    decisions: "Decisions of the Executive",
    scrutineer: "Pack for the scrutineer",
  } satisfies Record<Paper, string>,
  /** Who governs an organisation is a board. */
  nameFor: (paper: Paper, audience: Audience): string =>
    paper === "governors" && audience !== "school" ? "Pack for boards" : reports.names[paper],
  leads: {
    full: "Sixteen chapters: response, results, change, strengths, areas, panels, plan, appendices.",
    executive: "Two pages: headlines, results by standard, what is to be decided.",
    dsl_briefing: "What goes back to those who did the work: what is strong, what to work on together.",
    governors: "What the round shows, and questions to ask in your own setting.",
    public: "For anybody: response, results and how it was done.",
    assurance: "The year’s activity, themes, concerns and open actions.",
    method: "Tool, dates, limits, definitions and the recipe; to go with any paper.",
    seven_points: "One page in seven points. Locked until it is approved.",
    learning: "Good practice, areas for development, what’s happened since. Locked until it is approved.",
    decisions:
      "What waits for a decision or an answer, and what became of what was decided, asked and taken higher.",
    scrutineer: "Full figures, method, how the sample was chosen, who did not return, what is overdue.",
  } satisfies Record<Paper, string>,
  more: "For every setting, for slides, and what was written",
  feedback: "Feedback sheets",
  feedbackLead:
    "A sheet for every setting whose return is accepted: its own ratings beside settings like it.",
  written: "Everything written",
  writtenLead:
    "Papers, tables, charts, sheets and packs of the round, with the check whether the same figures can still be made.",
  charts: "Charts",
  chartsLead: "Each chart to look at and to save as a picture, or all of them for slides.",
  states: {
    draft: "Draft",
    locked: "Locked",
    approved: "Approved",
    moved: "Changed since approval",
  } satisfies Record<ReportState, string>,
  stale: (count: number) => `${counted(count, "sentence", "sentences")} to look at: the figure has changed`,
  restricted: "For officers alone",
  shared: "Small numbers are always hidden",
  never: "Not written yet",
  last: (on: string, format: string) => `Written on ${on} (${format})`,
  open: (name: string) => `Open: ${name}`,
  sidesLabel: "What to do with this paper",
  sides: {
    preview: "Read and save",
    words: "Words",
    circulate: "Circulate and approve",
    written: "Written before",
  },
  readers: "For",
  readersAre: {
    officers: "Officers: nothing is hidden",
    others: "Others: small numbers are hidden",
  } satisfies Record<Readers, string>,
  headings: "Headings",
  headingsAre: {
    full: "All sixteen chapters",
    overview: "As Section 11 overview reports are headed",
    thematic: "By theme: what works, what to improve, what is next",
  } satisfies Record<Headings, string>,
  loading: "Composing the paper…",
  locked: "This paper can be saved once it is approved as it stands.",
  lockedHint: "Put its words as they are to stand, then say who approved it.",
};

export const words = {
  sentences: "Sentences made from the figures",
  sentencesLead:
    "Put a sentence in your own words and it stays so. When the figure behind it changes, it is marked.",
  made: "Made from the figures",
  changed: "The figure behind your sentence has changed. Read it again.",
  changedShared:
    "The figure behind your sentence has changed. Others get the sentence made from the data until you have read yours again.",
  yours: "Your words",
  edit: "Put it in your own words",
  save: "Save",
  cancel: "Cancel",
  back: "Use the sentence from the figures",
  texts: "Texts that only you can write",
  textsLead:
    "A blank line begins a paragraph. Lines that begin with a hyphen become a list. What is left empty is left out.",
  approved: "This paper is approved, so its words stand as they are. Open it again to change them.",
  names: {
    introduction: "Introduction",
    last_actions: "What became of the last round’s actions",
    strengths: "Strengths and good practice",
    areas: "Areas for improvement",
    told: "What you were told: comments by theme, support asked for",
    panels: "About the panel sessions",
    voices: "Voice of the child, surveys and other evidence",
    impact: "What changed after earlier actions",
    recommendations: "Recommendations",
    next_steps: "Next steps",
    sample: "How the sample was drawn",
    concerns: "Concerns",
    point_background: "1. Background",
    point_looked_at: "2. What we looked at",
    point_working_well: "3. What is working well",
    point_to_improve: "4. What needs to improve",
    point_happened_since: "5. What has happened since",
    point_do_now: "6. What to do now",
    point_find_out_more: "7. Where to find out more",
    good_practice: "Summary of Good Practice",
    areas_for_development: "Summary of Areas for Development",
    happened_since: "What’s happened since?",
  } as Record<string, string>,
};

export const circulate = {
  list: "Circulation list",
  listHint: "One person or group a line. It stands at the head of the report of the round.",
  save: "Save the list",
  approval: "Approval",
  approvedBy: (by: string, on: string) => `Approved by ${by} on ${on}.`,
  moved: "Its figures or words have changed since. Open it again and have it approved anew.",
  notYet: "Not approved yet.",
  by: "Approved by",
  byHint: "A person or a group, such as the Executive.",
  approve: "Approve as it stands",
  reopen: "Open it again",
};

export const writings = {
  title: "Papers written",
  lead: "Each is kept with the recipe of its figures. Check whether the same figures can still be made.",
  none: "This paper has not been written yet.",
  noneHereHint: "Save it under “Read and save”: then it stands here.",
  noneAtAll: "Nothing of this round has been written yet.",
  noneHint: "Choose a paper, look at it and save it: then it stands here.",
  what: "What",
  when: "Written",
  who: "By",
  format: "As",
  readers: "For",
  returns: "Returns",
  code: "Log code",
  check: "Check the figures",
  again: "Make these figures again as a workbook…",
  officers: "officers",
  others: "others",
  notKnown: "not known",
};

export const feedback = {
  write: (count: number) => `Write ${counted(count, "sheet", "sheets")}…`,
  running: "Writing feedback sheets",
  none: "No return is accepted yet",
  noneHint: "A sheet is made for every setting whose return is accepted. Accept returns first.",
  example: "An example: the first of the settings",
  note: "Each sheet holds a setting’s own ratings. Send it to that setting alone.",
};

export const pictures = {
  choose: "Chart",
  all: "Save all for slides…",
  none: "Nothing to be seen yet",
  noneHint: "Charts are made from accepted returns.",
  names: {
    standards: "C1 Ratings by standard",
    response: "C2 Returned, by phase",
    over_time: "C3 Returned over time",
    between: "C4 Standards beside the last round",
    phases: "C5 Standards by phase",
    strongest: "C6 Largest share met",
    weakest: "C6 Smallest share met",
    panels: "C7 Own rating and panel",
    months: "C8 Actions by month",
    themes: "C9 What panels found",
    spoken: "C9 What settings wrote of",
  } satisfies Record<Picture, string>,
};

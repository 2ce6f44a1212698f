// A made-up partnership's round for looking at screens: no product code reads it.
import { round, standards, template } from "./audit.mjs";

const line = (at, name, phase, status, locality, state, met = null) => ({
  setting: `set${at}`,
  name,
  phase,
  status,
  locality,
  urn: String(100100 + at),
  state,
  submission: ["expected", "exempt"].includes(state) ? null : `sub${at}`,
  on: state === "expected" ? null : "2026-11-1" + (at % 9),
  pct_met: met === null ? null : { count: met, base: 52 },
});

export const settings = [
  line(1, "Example Primary School", "Primary", "Maintained", "Sampleton", "accepted", 44),
  line(2, "Sampleton Infant School", "Primary", "Academy or free school", "Sampleton", "received", 51),
  line(3, "Placeham High School", "Secondary", "Academy or free school", "Placeham", "accepted", 38),
  line(4, "Instance Special School", "Special", "Maintained", "Placeham", "sent_back", 12),
  line(5, "Specimen Pupil Referral Unit", "Alternative provision", "Maintained", "Sampleton", "expected"),
  line(6, "Model Hall School", "All-through", "Independent", "Northmodel", "exempt"),
];

export const overview = () => ({
  round,
  template,
  expected: 5,
  exempt: 1,
  received: 1,
  accepted: 2,
  sent_back: 1,
  not_received: 1,
  settings,
  batches: [batch],
  findings: 2,
});

const batch = { id: "b1", at: "2026-11-20T17:42:00Z", label: "Returns November", state: "read", files: 5 };

const file = (name, verdict, message, setting, state, problems = []) => ({
  original: name,
  name,
  sha256: "9f2c51ab77d0e3",
  verdict,
  message,
  problems,
  setting,
  submission: setting ? "sub1" : null,
  state,
});

export const intake = () => ({
  batch,
  lines: [
    file(
      "copy of audit FINAL (2).xlsx",
      "needs_you",
      "This looks like the return of Specimen Pupil Referral Unit, but no row of the register has its URN.",
      null,
      null,
      [
        {
          severity: "question",
          place: "Cover, cell C4",
          message: "The URN 100999 is not in the register.",
          hint: "Add the setting to the register, or correct the URN in the workbook.",
        },
      ],
    ),
    file("safeguarding.pdf", "not_a_return", "This is a PDF, which cannot be read as answers.", null, null, [
      {
        severity: "fault",
        place: "The file",
        message: "It begins as a PDF does, not as an Excel workbook.",
        hint: "Ask the school for the Excel workbook that they filled in.",
      },
    ]),
    file(
      "placeham-high-2026-27.xlsx",
      "repaired",
      "Read with 2 repairs.",
      "Placeham High School",
      "received",
      [
        {
          severity: "repaired",
          place: "Sheet B, cell D7",
          message: "“Partially met” was read as “Partly met”.",
          hint: "Look whether this is what was meant.",
        },
        { severity: "note", place: "Sheet C, cell E12", message: "A link was left out.", hint: "" },
      ],
    ),
    file(
      "Example Primary School 2026-27.xlsx",
      "clean",
      "Every answer was read as it stands.",
      "Example Primary School",
      "received",
    ),
    file(
      "sampleton-infant.xlsx",
      "clean",
      "Every answer was read as it stands.",
      "Sampleton Infant School",
      "received",
    ),
  ],
});

const findings = [
  {
    id: "f1",
    submission: "sub1",
    setting: "Example Primary School",
    question: "school.b1",
    number: "B1",
    kind: "good_practice",
    text: "Every pupil we asked could name the lead and say where to find her.",
    agency: "police",
    on: "2026-11-19",
    self_rating: "Met",
    moderated: null,
    reason: "",
    agreed: false,
  },
  {
    id: "f2",
    submission: "sub1",
    setting: "Example Primary School",
    question: "school.b2",
    number: "B2",
    kind: "area_for_development",
    text: "The role is named in the policy but not in the job description.",
    agency: "local_authority",
    on: "2026-11-19",
    self_rating: "Partly met",
    moderated: "Not met",
    reason: "The job description seen was from 2019.",
    agreed: true,
  },
];
export const findingList = () => findings;

export const theReturn = (submission) => ({
  submission,
  setting: {
    id: "set1",
    kind: "school",
    name: "Example Primary School",
    identifiers: { urn: "100101" },
    facts: {},
  },
  state: "accepted",
  round: "2026/27",
  standards: standards.map(({ id, number, title, questions }) => ({
    id,
    number,
    title,
    lines: questions.map((one) => ({
      question: one.id,
      number: one.number,
      text: one.text,
      levels: one.levels.map((view) => view.level),
      self_rating: one.answer.value,
      moderated: one.id === "school.b2" ? "not_met" : null,
      note: one.answer.note,
      impact: "",
      area: one.answer.area,
      reason: "",
      source: `Sheet ${number}, row 7`,
    })),
  })),
  findings,
  progress: { asked: 9, answered: 6, carried: 0, flagged: 1 },
  ratings: { exceeds: 0, met: 3, mostly: 1, partly: 1, not_met: 1, not_applicable: 0, other: 0, blank: 3 },
});

const cell = (text, count = null, base = null) => ({ text, count, base });
export const table = () => ({
  title: "Result per standard",
  caption: "Self-assessed by settings; accepted returns of round 2026/27.",
  as_at: "2026-11-21T17:00:00Z",
  columns: [
    "Standard",
    "Met",
    "Mostly met",
    "Partly met",
    "Not met",
    "% met",
    "Not applicable",
    "Not answered",
  ].map((label, at) => ({ label, numeric: at > 0 })),
  rows: standards.map((one, at) => [
    cell(`${one.number} ${one.title}`),
    cell(String(12 - at)),
    cell("2"),
    cell(String(at)),
    cell("1"),
    cell("80.0%", 12 - at, 15),
    cell("0"),
    cell("1"),
  ]),
  notes: [
    "“% met” is met and exceeds over all rated answers; not applicable and not answered are left out of the base.",
    "2 of 5 expected returns are accepted.",
  ],
});

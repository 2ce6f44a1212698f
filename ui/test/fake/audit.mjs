// A made-up school's audit for looking at screens: no product code reads it.
const levels = [
  [
    "met",
    "Met",
    "In place, known to the people who need it, working in practice, and you could show it to a visitor today.",
    "met",
    ["evidence"],
    "1",
  ],
  [
    "mostly",
    "Mostly met",
    "In place and working; the gap that remains is small, you can name it, and it leaves no child less safe.",
    "mostly",
    [],
    "2",
  ],
  [
    "partly",
    "Partly met",
    "Begun, or in place for some people, places or times; what is missing could matter to a child.",
    "partly",
    ["action"],
    "3",
  ],
  ["not_met", "Not met", "Not in place, not known about, or not working.", "not_met", ["action"], "4"],
  [
    "not_applicable",
    "Not applicable",
    "Cannot arise at this school. Say why; a legal duty is seldom not applicable.",
    "not_applicable",
    ["reason"],
    "0",
  ],
].map(([code, label, definition, meaning, asks, key]) => ({
  level: { code, label, definition, meaning, asks, target: code === "met", synonyms: [] },
  key,
  looks_like:
    code === "met"
      ? "Named in the policy, on the website and on a poster in every staff room; cover is arranged for absence."
      : "",
}));

const blank = (question) => ({
  question,
  value: null,
  note: "",
  impact: "",
  area: "",
  reason: "",
  flag: false,
  carried_from: null,
  carried_how: null,
  extra: {},
  source: "",
});

const texts = {
  A: [
    "The governing body has a senior member with lead responsibility for the school’s safeguarding arrangements.",
    "Governors receive safeguarding and child protection training at induction, and it is regularly updated.",
    "The head’s report to governors says what has changed for children, not only what was done.",
  ],
  B: [
    "There is a designated safeguarding lead who is a member of the senior leadership team.",
    "The role of the designated safeguarding lead is set out in the holder’s job description.",
    "Deputies are trained to the same standard, and one is always available while the school is open.",
    "The lead has the time, funding, training and support that the role needs.",
  ],
  C: [
    "The child protection policy is reviewed at least once a year and is published on the website.",
    "Every member of staff has read Part one of the guidance and knows what to do about a concern.",
  ],
};
const titles = {
  A: "Governance and leadership",
  B: "The designated safeguarding lead",
  C: "Policies and procedures",
};

export const standards = Object.keys(texts).map((letter) => ({
  id: `school.${letter.toLowerCase()}`,
  number: letter,
  title: titles[letter],
  introduction:
    "Who carries responsibility, how they know that children are safe, and what they do when something is not as it should be.",
  governors: ["How do we know that the lead has enough time?", "What did the last concern teach us?"],
  questions: texts[letter].map((text, at) => ({
    id: `school.${letter.toLowerCase()}${at + 1}`,
    number: `${letter}${at + 1}`,
    text,
    kind: "rating",
    duty: at === 2 ? "good_practice" : at === 1 ? "should" : "must",
    priority: letter === "B" && at === 0,
    references: ["KCSIE 2025, Part two, The designated safeguarding lead", "Education Act 2002, section 175"],
    guidance:
      "One named person takes the lead. It should be clear to every member of staff, every parent and every pupil who that is and how to reach them.",
    evidence: ["Job description", "Staff list on the website", "Rota of cover for absences"],
    levels,
    choices: [],
    fields: [],
    answer: blank(`school.${letter.toLowerCase()}${at + 1}`),
    gaps: letter === "B" && at === 2 ? ["You rated this “Not met”: say what is to be developed."] : [],
    carried_how: letter === "B" && at === 1 ? "reworded" : null,
    last_round:
      letter === "B" && at === 0
        ? {
            round: "2025/26",
            label: "Partly met",
            meaning: "partly",
            note: "The deputy’s training had lapsed.",
            area: "Book the refresher for the deputy.",
            how: "same",
          }
        : null,
  })),
}));

const set = (id, value, more = {}) => Object.assign(find(id).answer, { value, ...more });
export const find = (id) => standards.flatMap((one) => one.questions).find((one) => one.id === id);
set("school.a1", "met", {
  note: "Named governor: chair of the pupil committee. Minutes of 12 September, page 3.",
});
set("school.a2", "mostly", { note: "All but one trained; the last is booked for 4 March.", flag: true });
set("school.a3", "met", { note: "Head’s report, autumn term." });
set("school.b1", "met", { note: "Staff structure on the website; poster in both staff rooms." });
set("school.b2", "partly", {
  carried_from: "2025/26",
  carried_how: "reworded",
  note: "Duties are listed, not yet in the contract.",
});
set("school.c1", "met", { carried_from: "2025/26", carried_how: "same" });
set("school.b3", "not_met", { area: "Second deputy to be trained by Easter." });

const tally = (questions) => {
  const ratings = {
    exceeds: 0,
    met: 0,
    mostly: 0,
    partly: 0,
    not_met: 0,
    not_applicable: 0,
    other: 0,
    blank: 0,
  };
  for (const { answer } of questions) ratings[answer.value ?? "blank"] += 1;
  const answered = questions.filter(({ answer }) => answer.value && !answer.carried_from).length;
  return {
    ratings,
    progress: {
      asked: questions.length,
      answered,
      carried: questions.filter(({ answer }) => answer.carried_from).length,
      flagged: questions.filter((q) => q.answer.flag).length,
    },
  };
};

export const template = {
  key: "school@2025.1",
  title: "School safeguarding self-assessment (Section 175/157)",
  version: "2025.1",
  edition: "KCSIE 2025",
  legal_position: "2026-05-31",
  audience: "school",
  status: "unreviewed",
  status_note: "may be superseded since 1 September 2026",
  questions: 54,
};
const section11 = {
  ...template,
  key: "section11@2026.1",
  title: "Section 11 self-assessment for organisations",
  version: "2026.1",
  edition: "Working Together 2026",
  audience: "agency",
  questions: 96,
};
const preview = {
  ...template,
  key: "school@2026.1",
  version: "2026.1",
  edition: "KCSIE 2026",
  status: "preview",
  status_note: "",
};
export const templates = [template, preview, section11];

export const round = {
  id: "r1",
  label: "2026/27",
  template: "school@2025.1",
  opens: null,
  governors: "2026-12-08",
  due: "2027-01-15",
  days_to_governors: 17,
  return_to: "",
  days_to_due: 55,
};

export const setting = {
  id: "s1",
  kind: "school",
  name: "Example Primary School",
  identifiers: { urn: "123456" },
  facts: { nursery: "yes", boarding: "no" },
};

export function home() {
  return {
    submission: "sub",
    state: "in_progress",
    read_only: false,
    earlier: { submission: "sub26", round: "2025/26" },
    plan: [
      { what: "answer", by: "2026-11-24", state: "now" },
      { what: "check", by: "2026-11-27", state: "later" },
      { what: "sign", by: "2026-12-01", state: "later" },
      { what: "governors", by: "2026-12-08", state: "later" },
      { what: "send", by: "2027-01-15", state: "later" },
    ],
    switched_off: { questions: 9, answered: 2, standards: ["Boarding", "Sixth form"] },
    to_confirm: { same: 1, others: 1 },
    open_actions: 2,
    overdue_actions: 1,
    stale_evidence: 1,
    gaps: { must: 2, look: 3 },
    setting,
    round,
    template,
    ...tally(standards.flatMap((one) => one.questions)),
    standards: standards.map(({ id, number, title, questions }) => {
      const { progress, ratings } = tally(questions);
      const state =
        progress.answered === 0
          ? "not_started"
          : progress.answered === progress.asked
            ? "done"
            : "incomplete";
      return { id, number, title, state, progress, ratings };
    }),
    facts: [
      { name: "nursery", question: "Does the school teach children below Year 1?", choices: [] },
      { name: "boarding", question: "Does the school provide boarding?", choices: [] },
      { name: "sixth_form", question: "Does the school have students aged 16 to 19?", choices: [] },
    ],
  };
}

export function standard(id) {
  const at = standards.findIndex((one) => one.id === id);
  return { ...standards[at], previous: standards[at - 1]?.id ?? null, next: standards[at + 1]?.id ?? null };
}

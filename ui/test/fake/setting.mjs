// The other sides of a made-up school's file: its years and schools, what changed, what is found, evidence and actions.
import * as audit from "./audit.mjs";
import * as year from "./year.mjs";

const line = (question) => {
  const { id, number, text } = audit.find(question);
  return { question: id, number, text };
};

const of = (list, { id }) => list.filter((one) => one.questions.some((each) => each.question === id));

/** A question as the page is given it: with its evidence, its actions and its remarks. */
export const asked = (question) => ({
  ...question,
  evidence_items: of(year.evidence.items, question),
  actions: of(year.plan.actions, question),
  remarks:
    question.id === "school.b1"
      ? [
          {
            check: "stale",
            weight: "look",
            message: "An item of evidence is past its review date.",
            hint: "Look at it again, or take it away.",
          },
        ]
      : [],
  challenges: [],
});

/** Links or parts one of these and a question. */
export function link(list, { id, question }, on) {
  const one = list.find((each) => each.id === id);
  one.questions = [
    ...one.questions.filter((each) => each.question !== question),
    ...(on ? [line(question)] : []),
  ];
  return asked(audit.find(question));
}

export const audits = () =>
  [
    ["sub", "s1", "Example Primary School", "2026/27", "in_progress", true, true],
    ["sub26", "s1", "Example Primary School", "2025/26", "signed_off", false, false],
    ["subb", "s2", "Sampleton Infant School", "2026/27", "in_progress", false, true],
  ].map(([submission, setting, name, round, state, current, latest]) => ({
    submission,
    setting,
    name,
    kind: "school",
    round,
    template: audit.template.title,
    state,
    current,
    latest,
    due: null,
    progress: { asked: 9, answered: state === "signed_off" ? 9 : 6, carried: 0, flagged: 0, opened: 6 },
    ratings: { exceeds: 0, met: 4, mostly: 1, partly: 1, not_met: 0, not_applicable: 0, other: 0, blank: 3 },
  }));

export const comparison = ({ submissions }) => ({
  settings: audits().filter((one) => submissions.includes(one.submission)),
  rows: audit.standards.flatMap((standard) =>
    standard.questions.map((question, at) => ({
      ...line(question.id),
      standard: standard.title,
      cells: submissions.map((submission, side) => ({
        submission,
        asked: true,
        label: (at + side) % 3 === 0 ? "Met" : at % 2 ? "Partly met" : null,
        meaning: (at + side) % 3 === 0 ? "met" : at % 2 ? "partly" : null,
        note: at % 2 ? "Named in the policy and on the poster in the staff room." : "",
      })),
    })),
  ),
});

export const changes = () => ({
  earlier_round: "2025/26",
  earlier_title: "KCSIE 2025",
  now_title: "KCSIE 2026",
  rows: [
    ["reworded", ["A2"], ["school.a2"], "Online safety training is named now.", true],
    ["split", ["B3"], ["school.b3", "school.b4"], "", true],
    ["new", [], ["school.c2"], "", false],
    ["dropped", ["C9"], [], "Now part of the policy question.", true],
    ["same", ["A1"], ["school.a1"], "", true],
  ].map(([change, before, now, note, answered_before]) => ({
    change,
    note,
    answered_before,
    now: now.map(line),
    before: before.map((number) => ({
      number,
      text: "Governors receive safeguarding training when they start and every year after that.",
    })),
  })),
  counts: { same: 1, reworded: 1, split: 1, merged: 0, new: 1, dropped: 1 },
});

export const found = ({ text }) =>
  audit.standards
    .flatMap((standard) => standard.questions.map((question) => ({ standard, question })))
    .filter(({ question }) => question.text.toLowerCase().includes(text.toLowerCase()))
    .map(({ standard, question }) => {
      const at = question.text.toLowerCase().indexOf(text.toLowerCase());
      return {
        kind: "question",
        question: question.id,
        standard: standard.id,
        number: question.number,
        id: null,
        before: question.text.slice(Math.max(0, at - 60), at),
        match: question.text.slice(at, at + text.length),
        after: question.text.slice(at + text.length, at + 90),
      };
    });

export const history = () => [
  { at: "2026-11-20T15:12:00Z", who: "A. Example", what: "Rating", before: "Partly met", after: "Met" },
  {
    at: "2026-11-18T09:40:00Z",
    who: "A. Example",
    what: "Evidence and commentary",
    before: "",
    after: "Staff structure on the website; poster in both staff rooms.",
  },
];

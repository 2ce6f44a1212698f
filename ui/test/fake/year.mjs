// A made-up school's evidence, plan, checks and signatures for looking at screens: no product code reads it.
import { find } from "./audit.mjs";

const ref = (id) => {
  const question = find(id);
  return { question: id, number: question.number, text: question.text, standard: id.slice(0, -1) };
};

export const evidence = {
  stale: 1,
  items: [
    {
      id: "e1",
      title: "Child protection policy, autumn 2026",
      place: "School website, Policies; signed copy in the head’s office",
      owner: "Head’s secretary",
      dated: "2026-09-02",
      review: "2027-09-01",
      stale: false,
      retired: null,
      questions: [ref("school.c1"), ref("school.a1")],
    },
    {
      id: "e2",
      title: "Record of safeguarding training of governors",
      place: "Governors’ drive › Training › 2025-26",
      owner: "Clerk to governors",
      dated: "2025-10-11",
      review: "2026-10-11",
      stale: true,
      retired: null,
      questions: [ref("school.a2")],
    },
    {
      id: "e3",
      title: "Rota of cover for the designated safeguarding lead",
      place: "Staff room board",
      owner: "",
      dated: null,
      review: null,
      stale: false,
      retired: null,
      questions: [],
    },
    {
      id: "e4",
      title: "Job description of the safeguarding lead, 2019",
      place: "Personnel folder",
      owner: "Business lead",
      dated: "2019-05-01",
      review: null,
      stale: false,
      retired: "2026-10-30",
      questions: [ref("school.b2")],
    },
  ],
  unbacked: [ref("school.a3"), ref("school.b1")],
};

const action = (id, title, owner, due, state, more = {}) => ({
  id,
  title,
  owner,
  due,
  state,
  done_on: null,
  outcome: "",
  origin: "audit",
  overdue: false,
  created: "2026-11-02",
  questions: [],
  reviews: [],
  ...more,
});

export const plan = {
  counts: { open: 2, under_way: 1, done: 1, dropped: 1, overdue: 1 },
  actions: [
    action(
      "p1",
      "Train a second deputy and put the dates on the training record",
      "Head",
      "2026-11-10",
      "under_way",
      {
        overdue: true,
        questions: [ref("school.b3")],
        reviews: [
          {
            on: "2026-10-14",
            who: "A. Example",
            state: "open",
            note: "Course full; second place asked for.",
          },
          { on: "2026-11-12", who: "A. Example", state: "under_way", note: "Booked for 4 December." },
        ],
      },
    ),
    action(
      "p2",
      "Put the lead’s hours for the role into the job description",
      "Business lead",
      "2027-01-31",
      "open",
      {
        questions: [ref("school.b2"), ref("school.b4")],
      },
    ),
    action("p3", "Ask pupils who they would tell, and report to governors", "", null, "open", {
      origin: "panel",
    }),
    action("p4", "Book governors’ refresher", "Clerk to governors", "2026-10-01", "done", {
      done_on: "2026-09-28",
      outcome: "Eleven of twelve governors trained; they now ask for numbers by term.",
      questions: [ref("school.a2")],
    }),
    action("p5", "Buy a new visitors’ system", "Head", "2026-12-01", "dropped", {
      outcome: "The reception was rebuilt; one door is enough.",
    }),
  ],
};

const gap = (kind, weight, id, message, hint = "", check = null) => ({
  kind,
  check,
  question: id,
  standard: id?.slice(0, -1) ?? null,
  number: id ? find(id).number : null,
  weight,
  message,
  hint,
});

export const checks = {
  counts: { must: 5, look: 2 },
  gaps: [
    gap(
      "asks",
      "gap",
      "school.a3",
      "“Met” asks for evidence, and none is listed.",
      "Say what shows it and where it is kept.",
    ),
    gap(
      "asks",
      "gap",
      "school.b2",
      "“Partly met” asks for an action.",
      "Add what will be done, by whom and by when.",
    ),
    gap("check", "look", "school.b2", "The action behind this answer has no owner.", ""),
    gap("unanswered", "gap", "school.b4", "This question is not answered.", ""),
    gap("unanswered", "gap", "school.c1", "This question is not answered.", ""),
    gap("unanswered", "gap", "school.c2", "This question is not answered.", ""),
    gap(
      "check",
      "look",
      null,
      "Every question that is answered is rated at the top.",
      "Read three of them again with somebody else.",
      "all_top",
    ),
  ],
  personal: [
    {
      what: "upn",
      excerpt_before: "The file of the pupil with number ",
      match: "H801200001001",
      excerpt_after: " was moved to the new school within five days.",
      where: { kind: "answer", question: "school.b1", number: "B1", id: null, field: "note" },
    },
    {
      what: "email",
      excerpt_before: "Ask ",
      match: "office@example.org",
      excerpt_after: " for the key to the cupboard",
      where: { kind: "evidence", question: null, number: null, id: "e2", field: "place" },
    },
  ],
};

const step = (id, role, body, statement, signature = null) => ({
  step: id,
  role,
  body,
  statement,
  signature,
});
const signature = (id, name, role, more = {}) => ({
  step: id,
  name,
  role,
  body: "",
  meeting: null,
  minute: "",
  statement: "",
  on: "2026-12-01",
  ...more,
});
const statements = [
  "I completed or checked every answer, and to the best of my knowledge they describe our school as it is, including what is not yet right.",
  "I have read this self-assessment, I recognise our school in it, and I will see that the actions are resourced and carried out.",
  "The board has considered this self-assessment, questioned it where needed, and will follow the actions until they are done.",
];
const voided = {
  code: "3F0A-77KQ-WM2P-9D4T-R",
  begun: "2026-11-20T15:02:00Z",
  voided: "2026-11-21T09:14:00Z",
  reason: "The chair asked for a correction to B2 before she signs.",
  signatures: [signature("dsl", "A. Example", "Designated safeguarding lead", { on: "2026-11-20" })],
};
const movedB2 = {
  what: "answer",
  question: "school.b2",
  number: "B2",
  text: find("school.b2").text,
  name: "",
};
const movedAction = {
  what: "action",
  question: null,
  number: "",
  text: "",
  name: "Put the lead’s hours for the role into the job description",
};

export const signOffs = {
  in_progress: {
    state: "in_progress",
    steps: [
      step("dsl", "Designated safeguarding lead", "", statements[0]),
      step("headteacher", "Headteacher or principal", "", statements[1]),
      step("board", "Chair of governors or trustees, or proprietor", "Governing body", statements[2]),
    ],
    next: "dsl",
    code: null,
    matches: null,
    moved: [movedB2, movedAction],
    earlier: [voided],
    blocking: 5,
  },
  signing: {
    state: "signing",
    steps: [
      step(
        "dsl",
        "Designated safeguarding lead",
        "",
        statements[0],
        signature("dsl", "A. Example", "Designated safeguarding lead"),
      ),
      step(
        "headteacher",
        "Headteacher or principal",
        "",
        statements[1],
        signature("headteacher", "B. Sample", "Headteacher", { on: "2026-12-03" }),
      ),
      step("board", "Chair of governors or trustees, or proprietor", "Governing body", statements[2]),
    ],
    next: "board",
    code: "7K2M-Q9XW-4TBD-0H3F-C",
    matches: true,
    moved: [],
    earlier: [],
    blocking: 0,
  },
};
signOffs.signed_off = {
  ...signOffs.signing,
  state: "signed_off",
  next: null,
  steps: signOffs.signing.steps.map((one, at) =>
    at < 2
      ? one
      : {
          ...one,
          signature: signature("board", "C. Instance", "Chair of governors", {
            body: "Governing body",
            meeting: "2026-12-08",
            minute: "7.2",
            on: "2026-12-08",
          }),
        },
  ),
};

export const comparison = {
  code: voided.code,
  matches: false,
  signing: voided,
  moved: [movedB2, movedAction],
};

export const sending = (signed) => ({
  open: { must: signed ? 0 : 5, look: 2 },
  signed,
  file_name: `Example Primary School 123456 2026-27 r2${signed ? "" : " DRAFT"}.xlsx`,
  revision: 2,
  to: "safeguarding@partnership.example",
  setting: "Example Primary School",
  round: "2026/27",
  due: "2027-01-15",
  code: signed ? "7K2M-Q9XW-4TBD-0H3F-C" : null,
  last: {
    name: "Example Primary School 123456 2026-27 r1 DRAFT.xlsx",
    folder: "Documents › Safeguarding",
    at: "2026-11-19T16:20:00Z",
    revision: 1,
  },
});

export const challenges = [
  {
    id: "c1",
    question: "school.b3",
    number: "B3",
    asked_by: "C. Instance",
    role: "Chair of governors",
    on: "2026-11-18",
    text: "Who stands in for the lead when both deputies are on a school journey?",
    reply: "The head, from January. The rota now has a third name for every week, and the office has it.",
    replied_by: "A. Example",
    replied_on: "2026-11-20",
  },
  {
    id: "c2",
    question: null,
    number: null,
    asked_by: "D. Specimen",
    role: "Safeguarding governor",
    on: "2026-11-20",
    text: "Which of these ratings would pupils disagree with?",
    reply: "",
    replied_by: "",
    replied_on: null,
  },
];

const line = (seq, at, done, more = {}) => ({
  seq,
  at,
  who: "A. Example, DSL",
  name: "answer.rate",
  target: "school.b3",
  undone: false,
  done,
  setting: "",
  question: null,
  number: "",
  text: "",
  changes: [],
  ...more,
});
export const history = [
  line(6, "2026-11-21T17:58:00Z", "Rated B3", {
    number: "B3",
    text: find("school.b3").text,
    changes: [{ what: "Rating", before: "Partly met", after: "Not met" }],
  }),
  line(5, "2026-11-21T17:51:00Z", "Wrote evidence and commentary of B1", {
    number: "B1",
    text: find("school.b1").text,
    undone: true,
    changes: [
      {
        what: "Evidence and commentary",
        before: "",
        after: "Staff structure on the website; poster in both staff rooms.",
      },
    ],
  }),
  line(4, "2026-11-21T09:14:00Z", "Took the sign-off back"),
  line(3, "2026-11-20T15:02:00Z", "Signed as designated safeguarding lead"),
  line(2, "2026-11-20T14:40:00Z", "", { name: "answer.flag" }),
  line(1, "2026-11-02T08:40:00Z", "Began the audit of 2026/27"),
];
signOffs.ready = { ...signOffs.in_progress, blocking: 0, moved: [], earlier: [] };

import { expect, test } from "vitest";
import type { PlannedView, RecommendationView } from "../../api/wire";
import { count, narrowed } from "./plan";

const action = (reference: string, some: Partial<PlannedView>, groups: string[] = []): PlannedView => ({
  id: reference,
  reference,
  said: {
    title: reference,
    owner: "",
    agency: "",
    groups,
    visibility: "internal",
    due: null,
    rag: null,
    rag_reason: "",
  },
  stage: "not_begun",
  rag: "green",
  worked_out: "green",
  overdue: false,
  impact: "",
  ended: null,
  follow_up: null,
  look_again: false,
  followed_up: "",
  escalated: null,
  next_meeting: null,
  updates: [],
  ...some,
});
const all: RecommendationView[] = [
  {
    id: "1",
    reference: "R1",
    round: "2026/27",
    on: "2026-11-21",
    said: { text: "One", source: "panel", theme: "", stance: "accepted", reason: "" },
    actions: [
      action(
        "A1",
        { overdue: true, rag: "red", escalated: { on: "2026-11-01", to: "Executive", open: true } },
        ["g"],
      ),
      action("A2", { stage: "closed", rag: "blue" }),
    ],
  },
  {
    id: "2",
    reference: "R2",
    round: "2026/27",
    on: "2026-11-21",
    said: { text: "Two", source: "panel", theme: "", stance: "waiting", reason: "" },
    actions: [],
  },
];

test("what is filtered leaves out recommendations without an action that fits", () => {
  expect(narrowed(all, "all", "")).toHaveLength(2);
  expect(narrowed(all, "overdue", "").map((one) => one.actions.map((it) => it.reference))).toEqual([["A1"]]);
  expect(narrowed(all, "all", "g")).toHaveLength(1);
  expect(narrowed(all, "blue", "g")).toHaveLength(0);
});

test("every filter counts what it shows", () => {
  expect(
    (["all", "soon", "overdue", "red", "blue", "look_again", "escalated"] as const).map((it) =>
      count(all, it),
    ),
  ).toEqual([2, 1, 1, 1, 1, 0, 1]);
});

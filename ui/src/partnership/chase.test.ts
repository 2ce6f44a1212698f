import { expect, test } from "vitest";
import type { ChaseLine } from "../api/wire";
import { belongs, board, narrowed } from "./chase";

const line = (name: string, more: Partial<ChaseLine>): ChaseLine => ({
  setting: name,
  name,
  phase: "Primary",
  status: "",
  locality: "Sampleton",
  trust: "",
  number: "URN 100001",
  email: "",
  state: "expected",
  due: "2027-03-01",
  when: "overdue",
  days: 3,
  extended_to: null,
  issued: null,
  reminders: 0,
  escalated: "",
  last: null,
  ...more,
});

const lines = [
  line("Example Primary School", {}),
  line("Sampleton High", { when: "later", extended_to: "2027-04-01", reminders: 1 }),
  line("Plain Junior", { when: "week", state: "sent_back", escalated: "Chair" }),
];

test("the board counts every kind that there is, and leaves out those that there are not", () => {
  const counted = Object.fromEntries(board(lines));
  expect(counted).toEqual({
    all: 3,
    overdue: 1,
    week: 1,
    later: 1,
    extended: 1,
    sent_back: 1,
    escalated: 1,
    never: 2,
  });
});

test("nobody is called never reminded whose return is due later", () => {
  expect(belongs(line("x", { when: "later" }), "never")).toBe(false);
});

test("what is typed is found in name, number and place", () => {
  expect(narrowed(lines, "all", "high").map((one) => one.name)).toEqual(["Sampleton High"]);
  expect(narrowed(lines, "overdue", "sampleton").length).toBe(1);
});

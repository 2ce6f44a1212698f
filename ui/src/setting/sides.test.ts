import { expect, test } from "vitest";
import type { StandardTask } from "../api/wire";
import { sideOf, takenUp } from "./sides";

const task = (id: string, state: StandardTask["state"]) => ({ id, state }) as StandardTask;
const standards = [task("a", "done"), task("b", "incomplete")];

test("the audit is taken up where it was left", () => {
  const left = { screen: "question", standard: "a", question: "a3" } as const;
  expect(takenUp(left, { standards })).toBe(left);
});

test("a place that this audit does not ask is not taken up: the first open standard is", () => {
  const open = { screen: "standard", standard: "b" };
  expect(takenUp({ screen: "standard", standard: "z" }, { standards })).toEqual(open);
  expect(takenUp({ screen: "home" }, { standards })).toEqual(open);
  expect(takenUp(null, { standards: [] })).toBeNull();
});

test("a question belongs to the audit, the history to no side", () => {
  expect(sideOf({ screen: "question", standard: "a", question: "a1" })).toBe("audit");
  expect(sideOf({ screen: "history" })).toBeNull();
});

import { expect, test } from "vitest";
import type { Change, VersionChange } from "../api/wire";
import { APART, choices, goesOnFrom, lineageOf, type Saying } from "./lineage";

const question = (id: string) => ({ id, number: id, text: id });
const row = (change: Change, from: string[], to: string[]): VersionChange => ({
  change,
  from: from.map(question),
  to: to.map(question),
  note: "",
  alike: 50,
});
const rows = [
  row("same", ["a"], ["a"]),
  row("reworded", ["b"], ["b2"]),
  row("new", [], ["l1"]),
  row("new", [], ["l2"]),
  row("dropped", ["c"], []),
];
const told = (sayings: Record<number, Saying>) =>
  lineageOf(rows, (at) => sayings[at]).map(
    (one) => `${one.change} ${one.from.join("+")}>${one.to.join("+")}`,
  );

test("what nobody changed stays as proposed", () => {
  expect(told({})).toEqual(["same a>a", "reworded b>b2", "new >l1", "new >l2", "dropped c>"]);
});

test("two that stand apart are one dropped and one new", () => {
  expect(told({ 1: { choice: APART, note: "Another matter" } })).toContain("dropped b>");
  expect(told({ 1: { choice: APART, note: "" } })).toContain("new >b2");
});

test("a new question may go on from a dropped one, which is then not dropped", () => {
  const one = { 2: { choice: goesOnFrom("c"), note: "" } };
  expect(told(one)).toEqual(["same a>a", "reworded b>b2", "reworded c>l1", "new >l2"]);
  const two = { ...one, 3: { choice: goesOnFrom("c"), note: "" } };
  expect(told(two)).toEqual(["same a>a", "reworded b>b2", "split c>l1+l2"]);
});

test("the choices fit the shape of a row, the proposed one first", () => {
  expect(choices(rows[1]!)).toEqual(["reworded", "same", APART]);
  expect(choices(rows[2]!)).toEqual(["new"]);
  expect(choices(row("merged", ["a", "b"], ["c"]))).toEqual(["merged", APART]);
});

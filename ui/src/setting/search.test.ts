import { expect, test } from "vitest";
import type { ChangesView, SearchHit, StandardView } from "../api/wire";
import { chips, firstShown, placeOf } from "./changes";
import { hitPlace } from "./search";

const hit = (some: Partial<SearchHit>) =>
  ({ kind: "note", question: null, standard: null, number: null, id: null, ...some }) as SearchHit;
const row = (change: string) => ({ change }) as ChangesView["rows"][number];

test("a result leads to its question, else to its list", () => {
  expect(hitPlace(hit({ kind: "evidence", question: "c4", standard: "c" }))).toMatchObject({
    question: "c4",
  });
  expect(hitPlace(hit({ kind: "evidence", id: "e1" }))).toEqual({ screen: "evidence" });
  expect(hitPlace(hit({ kind: "action", id: "a1" }))).toEqual({ screen: "plan" });
  expect(hitPlace(hit({}))).toEqual({ screen: "home" });
});

test("changes are counted by kind; what did not happen is left out", () => {
  const rows = [row("same"), row("new"), row("new"), row("dropped")];
  expect(chips(rows).map((one) => [one.value, one.count])).toEqual([
    ["all", 3],
    ["new", 2],
    ["dropped", 1],
    ["same", 1],
  ]);
  expect(firstShown(rows)).toBe("all");
  expect(firstShown([row("same")])).toBe("same");
});

test("a question is found in the standard that asks it now, whatever its id says", () => {
  const standards = [{ id: "school.a", questions: [{ id: "school.b3" }] }] as unknown as StandardView[];
  expect(placeOf("school.b3", standards)).toMatchObject({ standard: "school.a" });
  expect(placeOf("school.a1", standards)).toBeNull();
});

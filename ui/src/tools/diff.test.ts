import { expect, test } from "vitest";
import { differences, type Stretch } from "./diff";

const marked = (stretches: Stretch[]) =>
  stretches.map((one) => (one.changed ? `[${one.text}]` : one.text)).join(" ");
const both = (before: string, now: string) => {
  const found = differences(before, now);
  return [marked(found.before), marked(found.now)];
};

test("only the words that changed are marked, on each side its own", () => {
  expect(both("Staff know the lead.", "All staff know the lead and deputy.")).toEqual([
    "[Staff] know the [lead.]",
    "[All staff] know the [lead and deputy.]",
  ]);
  expect(both("The board reads it", "The board reads it each term")).toEqual([
    "The board reads it",
    "The board reads it [each term]",
  ]);
});

test("the same text has no mark, and nothing is all new", () => {
  expect(both("Same  words", "Same words")).toEqual(["Same words", "Same words"]);
  expect(both("", "All new")).toEqual(["", "[All new]"]);
});

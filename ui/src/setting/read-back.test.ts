import { expect, test } from "vitest";
import type { ReadBackLine } from "../api/wire";
import { clear, everywhere, grouped, taking, undecided } from "./read-back";

const line = (key: string, group: string, clash: boolean) => ({ key, group, clash }) as ReadBackLine;
const lines = [line("a", "A", false), line("b", "A", true), line("c", "B", false)];

test("what is clear is taken at once and what is asked waits", () => {
  const choices = clear(lines);
  expect(taking(lines, choices)).toEqual({ theirs: ["a", "c"], both: [] });
  expect(undecided(lines, choices)).toBe(1);
});

test("all or none can be taken", () => {
  expect(taking(lines, everywhere(lines, "theirs")).theirs).toHaveLength(3);
  expect(taking(lines, everywhere(lines, "mine"))).toEqual({ theirs: [], both: [] });
  expect(taking(lines, { b: "both" }).both).toEqual(["b"]);
});

test("lines stand under their headings in their order", () => {
  expect(grouped(lines).map((one) => [one.group, one.lines.length])).toEqual([
    ["A", 2],
    ["B", 1],
  ]);
});

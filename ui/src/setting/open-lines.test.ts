import { expect, test } from "vitest";
import { openLines } from "./open-lines";

const none = { gaps: { must: 0, look: 0 }, actions: { open: 0, under_way: 0, overdue: 0 }, stale: 0 };

test("what is nothing is left out", () => {
  expect(openLines(none)).toEqual([]);
});

test("the gravest stands first, and each leads to its list", () => {
  const lines = openLines({
    gaps: { must: 1, look: 2 },
    actions: { open: 1, under_way: 1, overdue: 1 },
    stale: 1,
  });
  expect(lines.map((line) => line.place.screen)).toEqual(["checks", "checks", "plan", "evidence"]);
  expect(lines[2]?.words).toBe("2 open actions, 1 overdue");
  expect(lines[0]?.look.tone).toBe("not-met");
});

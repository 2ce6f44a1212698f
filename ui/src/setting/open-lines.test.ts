import { expect, test } from "vitest";
import { openLines } from "./open-lines";

const none = { gaps: { must: 0, look: 0 }, open_actions: 0, overdue_actions: 0, stale_evidence: 0 };

test("what is nothing is left out", () => {
  expect(openLines(none)).toEqual([]);
});

test("the gravest stands first, and each leads to its list", () => {
  const lines = openLines({
    gaps: { must: 1, look: 2 },
    open_actions: 2,
    overdue_actions: 1,
    stale_evidence: 1,
  });
  expect(lines.map((line) => line.place.screen)).toEqual(["checks", "checks", "plan", "evidence"]);
  expect(lines[2]?.words).toBe("2 open actions, 1 overdue");
  expect(lines[0]?.look.tone).toBe("not-met");
});

test("before the first answer blank questions are no alarm", () => {
  const [line] = openLines({ ...none, gaps: { must: 35, look: 0 }, begun: false });
  expect(line?.look.tone).toBe("neutral");
});

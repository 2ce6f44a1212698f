import { expect, test } from "vitest";
import type { Problem } from "../api/wire";
import { byPlace } from "./faults";

const problem = (place: string): Problem => ({ severity: "fault", place, message: "m", hint: "h" });

test("faults are put together by sheet, in the order they are met", () => {
  const groups = byPlace(
    ["Sheet 'Questions', cell D4", "line 12", "Sheet 'Questions', cell H9", "Sheet 'Checks', cell B2"].map(
      problem,
    ),
  );
  expect(groups.map((group) => [group.heading, group.problems.map((one) => one.short)])).toEqual([
    ["Questions", ["cell D4", "cell H9"]],
    ["", ["line 12"]],
    ["Checks", ["cell B2"]],
  ]);
});

// Which rounds are ticked at first.
import { expect, test } from "vitest";
import type { PackRoundLine } from "../api/wire";
import { atFirst, oneTool } from "./exchange";

const line = (round: string, partnership: string, family: string, label = "2026/27"): PackRoundLine => ({
  round,
  partnership,
  label,
  family,
  tool: "Tool",
  version: "1",
  naming: null,
  returned: 1,
  expected: 2,
  findings: 0,
  as_at: "2026-11-21",
  own: partnership === "Own",
});

test("the latest round of each partnership on the tool that the others bring is ticked", () => {
  const rounds = [
    line("a", "Own", "school"),
    line("b", "Own", "section11", "2025/26"),
    line("c", "Own", "section11"),
    line("d", "Exampleton", "section11"),
  ];
  expect(atFirst(rounds)).toEqual(["c", "d"]);
  expect(atFirst([])).toEqual([]);
  expect(oneTool(rounds)).toBe(false);
  expect(oneTool(rounds.slice(1))).toBe(true);
});

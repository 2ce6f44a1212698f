import { expect, test } from "vitest";
import type { Signal } from "../../api/wire";
import { signals as text } from "../../text/signals";
import { asTable, everything, narrowed, returnsOf } from "./signals";

const cell = (setting: string, standard: string, phase = "Primary") => ({
  submission: setting,
  setting,
  phase,
  question: standard ? `${standard}.1` : null,
  number: standard ? `${standard}1` : "",
  standard,
  said: "seen",
});
const signals: Signal[] = [
  { kind: "no_evidence", said: "2 ratings do not say.", cells: [cell("Example", "C"), cell("Example", "D")] },
  { kind: "same_text", said: "“Same” stands.", cells: [cell("Example", "C"), cell("Plain", "C", "Special")] },
  { kind: "all_top", said: "All.", cells: [cell("Plain", "", "Special")] },
];

test("a signal keeps only the places that fit", () => {
  const shown = narrowed(signals, { ...everything, standard: "C" });
  expect(shown.map((one) => one.cells.length)).toEqual([1, 2]);
  expect(narrowed(signals, { ...everything, phase: "Special" })).toHaveLength(2);
  expect(narrowed(signals, { ...everything, typed: " plain " }).map((one) => one.kind)).toEqual([
    "same_text",
    "all_top",
  ]);
});

test("counts of kinds are those of all that fits otherwise", () => {
  const wanted = { ...everything, kind: "all_top" as const };
  expect(narrowed(signals, wanted)).toHaveLength(1);
  expect(narrowed(signals, wanted, "every")).toHaveLength(3);
});

test("a signal is listed under its settings", () => {
  const [first, second] = signals;
  expect(first && returnsOf(first)).toEqual({ names: ["Example"], count: 1 });
  expect(second && returnsOf(second)).toEqual({ names: ["Example", "Plain"], count: 2 });
});

test("the table of signals has a row for each place, and says that none is a verdict", () => {
  const table = asTable(narrowed(signals, { ...everything, standard: "C" }), text, "2026/27");
  expect(table.rows.map((row) => row.map((one) => one.text).slice(0, 2))).toEqual([
    [text.kinds.no_evidence, "Example"],
    [text.kinds.same_text, "Example"],
    [text.kinds.same_text, "Plain"],
  ]);
  expect(table.notes).toEqual([text.lead]);
});

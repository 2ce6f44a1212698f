import { expect, test } from "vitest";
import type { IntakeLine, RegisterLine, ReturnLine, ReturnState, VerdictKind } from "../api/wire";
import { belongs } from "./lines";
import { byState, narrowed } from "./register";
import { cleanOnes, narrowedTo, verdictCounts } from "./verdicts";

const line = (name: string, state: ReturnState, locality = "Sampleton") =>
  ({
    setting: name,
    name,
    state,
    locality,
    phase: "Primary",
    status: "Maintained",
    urn: "100101",
  }) as RegisterLine;
const lines = [
  line("Example Primary School", "accepted"),
  line("Placeham High School", "expected", "Placeham"),
];

test("the register is narrowed by every word, wherever it stands", () => {
  expect(narrowed(lines, "all", "EXAMPLE sampleton")).toHaveLength(1);
  expect(narrowed(lines, "all", "example placeham")).toHaveLength(0);
  expect(narrowed(lines, "expected", "")).toEqual([lines[1]]);
});

test("states are counted, those of nobody left out", () => {
  expect(byState(lines)).toEqual([
    ["expected", 1],
    ["accepted", 1],
  ]);
});

const file = (verdict: VerdictKind, state: ReturnState | null) => ({ verdict, state }) as IntakeLine;

test("only clean returns that wait are accepted together", () => {
  const all = [
    file("clean", "received"),
    file("clean", "accepted"),
    file("repaired", "received"),
    file("needs_you", null),
  ];
  expect(cleanOnes(all)).toEqual([all[0]]);
  expect(verdictCounts(all)).toEqual([
    ["needs_you", 1],
    ["repaired", 1],
    ["clean", 2],
  ]);
});

test("a blank is neither below the target nor not applicable", () => {
  const levels = [
    { code: "partly", meaning: "partly" },
    { code: "na", meaning: "not_applicable" },
  ];
  const rated = (self_rating: string | null, moderated: string | null = null) =>
    ({ levels, self_rating, moderated }) as ReturnLine;
  expect(belongs(rated("partly"), "gaps")).toBe(true);
  expect(belongs(rated("na"), "gaps")).toBe(false);
  expect(belongs(rated(null), "gaps")).toBe(false);
  expect(belongs(rated(null), "blank")).toBe(true);
  expect(belongs(rated("partly", "na"), "panel")).toBe(true);
});

test("files are narrowed by verdict, by lateness and by every word typed", () => {
  const line = (name: string, verdict: VerdictKind, setting: string | null, late = false) =>
    ({ name, verdict, setting, late }) as IntakeLine;
  const all = [
    line("north/a.xlsx", "clean", "Example Primary School", true),
    line("b.xlsx", "needs_you", null),
  ];
  expect(narrowedTo(all, "all", "")).toHaveLength(2);
  expect(narrowedTo(all, "late", "")).toEqual([all[0]]);
  expect(narrowedTo(all, "needs_you", "")).toEqual([all[1]]);
  expect(narrowedTo(all, "all", "NORTH example")).toEqual([all[0]]);
  expect(narrowedTo(all, "clean", "b.xlsx")).toEqual([]);
});

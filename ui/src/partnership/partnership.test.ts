import { expect, test } from "vitest";
import type { IntakeLine, RegisterLine, ReturnLine, ReturnState, VerdictKind } from "../api/wire";
import { belongs, narrowed } from "./lines";
import { byHow, withWords } from "./register";
import { cleanOnes, narrowedTo, urgentFirst, verdictCounts } from "./verdicts";

const line = (name: string, state: ReturnState, locality = "Sampleton") =>
  ({
    setting: name,
    name,
    state,
    locality,
    phase: "Primary",
    status: "Maintained",
    standing: "expected",
    urn: "100101",
  }) as RegisterLine;
const lines = [
  line("Example Primary School", "accepted"),
  line("Placeham High School", "expected", "Placeham"),
];

test("the register is narrowed by every word, wherever it stands", () => {
  expect(withWords(lines, "EXAMPLE sampleton")).toHaveLength(1);
  expect(withWords(lines, "example placeham")).toHaveLength(0);
});

test("states are counted, those of nobody left out", () => {
  expect(byHow([...lines, { ...line("Federated School", "expected"), standing: "covered" }])).toEqual([
    ["expected", 1],
    ["accepted", 1],
    ["covered", 1],
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

test("files that ask something come first, then by verdict, else as they came", () => {
  const line = (name: string, verdict: VerdictKind, asks = false) => ({ name, verdict, asks }) as IntakeLine;
  const came = [
    line("a", "clean"),
    line("b", "not_a_return"),
    line("c", "clean"),
    line("d", "other_round", true),
    line("e", "needs_you", true),
  ];
  expect(urgentFirst(came).map((one) => one.name)).toEqual(["d", "e", "b", "a", "c"]);
  expect(came[0]?.name).toBe("a");
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

test("a question is found by its number alone, else by every word of what stands there", () => {
  const asked = (number: string, words: string) =>
    ({ number, text: words, note: "", impact: "", area: "", levels: [] }) as unknown as ReturnLine;
  const standards = [
    {
      id: "c",
      number: "C",
      title: "",
      lines: [asked("C4", "The lead has time."), asked("C41", "A deputy stands in.")],
    },
    { id: "d", number: "D", title: "", lines: [asked("D1", "Training is dated.")] },
  ];
  const found = (typed: string) =>
    narrowed(standards, "all", typed).flatMap(({ lines }) => lines.map((one) => one.number));
  expect(found("c4")).toEqual(["C4"]);
  expect(found("")).toEqual(["C4", "C41", "D1"]);
  expect(found("dated training")).toEqual(["D1"]);
  expect(found("nowhere")).toEqual([]);
});

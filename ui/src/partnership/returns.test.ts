import { expect, test } from "vitest";
import type { ReturnRow } from "../api/wire";
import { atFirst, columns } from "./return-columns";
import { byState, choices, chosenIn, everything, narrowed, waitingAfter } from "./returns";

const row = (submission: string, more: Partial<ReturnRow> = {}): ReturnRow => ({
  submission,
  setting: submission,
  name: `Sample School ${submission}`,
  urn: "900001",
  phase: "Primary",
  status: "Maintained",
  locality: "Sampleton",
  trust: "",
  state: "received",
  received: "2027-01-10",
  since: "2027-01-10",
  late: false,
  verdict: "clean",
  problems: 0,
  signed: "matches",
  notes: 0,
  revision: 1,
  file: "a.xlsx",
  ...more,
});
const rows = [
  row("a"),
  row("b", { state: "accepted", phase: "Secondary", signed: "nobody" }),
  row("c", { late: true, problems: 3, verdict: "repaired", file: "Copy of audit.xlsx" }),
  row("d", { state: "checked", signed: "differs", notes: 2 }),
];
const ids = (wanted: object) => narrowed(rows, { ...everything, ...wanted }).map((one) => one.submission);

test("returns are narrowed by every filter together", () => {
  expect(ids({})).toEqual(["a", "b", "c", "d"]);
  expect(ids({ state: "received" })).toEqual(["a", "c"]);
  expect(ids({ state: "received", marks: "late" })).toEqual(["c"]);
  expect(ids({ marks: "problems", verdict: "clean" })).toEqual([]);
  expect(ids({ marks: "unsigned" })).toEqual(["b"]);
  expect(ids({ marks: "differs" })).toEqual(["d"]);
  expect(ids({ marks: "notes", phase: "Primary" })).toEqual(["d"]);
  expect(ids({ typed: "COPY audit" })).toEqual(["c"]);
});

test("states are counted in the order of the work, and choices are those that there are", () => {
  expect(byState(rows)).toEqual([
    ["received", 2],
    ["checked", 1],
    ["accepted", 1],
  ]);
  expect(choices(rows, "phase")).toEqual(["Primary", "Secondary"]);
  expect(choices(rows, "trust")).toEqual([]);
});

test("only those chosen that may be are accepted together, and none that is filtered away", () => {
  const chosen = new Set(["a", "b", "d", "gone"]);
  expect(chosenIn(rows, chosen, ["received", "checked"])).toEqual(["a", "d"]);
  expect(chosenIn(narrowed(rows, { ...everything, marks: "late" }), chosen, ["received"])).toEqual([]);
});

test("every column shown at first is a column, and a late return says so in words", () => {
  const keys = columns.map((column) => column.key);
  expect(atFirst.every((key) => keys.includes(key))).toBe(true);
  const received = columns.find((column) => column.key === "received");
  expect(received?.text(row("e", { late: true }))).toBe("10 Jan 2027, late");
});

test("the next return that waits is the one after this by name, and after the last the first again", () => {
  const after = (submission: string) => waitingAfter(rows, submission).map((one) => one.submission);
  expect(after("a")).toEqual(["c", "d"]);
  expect(after("b")).toEqual(["c", "d", "a"]);
  expect(after("d")).toEqual(["a", "c"]);
});

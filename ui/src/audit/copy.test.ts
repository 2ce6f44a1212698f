import { expect, test } from "vitest";
import type { TableView } from "../api/wire";
import { asHtml, asText, copies, isHidden, listed, viewOf } from "./copy";

const cell = (text: string, count: number | null = null, base: number | null = null) => ({
  text,
  count,
  base,
  range: "",
  opens: count !== null,
});
const table: TableView = {
  title: "Result per standard",
  caption: "Self-assessed.",
  as_at: "21 November 2026",
  columns: [
    { label: "Standard", numeric: false },
    { label: "% met", numeric: true },
  ],
  rows: [
    [cell("A Leadership & governance"), cell("66.7% (n = 3)", 2, 3)],
    [cell("B\tSafer <staff>"), cell("hidden")],
  ],
  notes: ["A note."],
};

test("a share is copied with its number and its base", () => {
  expect(asText(table)).toBe(
    "Standard\t% met: number\t% met: out of\t% met\n" +
      "A Leadership & governance\t2\t3\t66.7% (n = 3)\nB Safer <staff>\t\t\thidden",
  );
});

test("what a cell says is no markup", () => {
  expect(asHtml(table)).toContain("<td>A Leadership &amp; governance</td><td>2</td><td>3</td>");
  expect(asHtml(table)).toContain("Safer &lt;staff&gt;");
});

test("a list is copied in words, and what counts stands as a number", () => {
  const list = listed("Signals", "Round 2026/27", ["School", "Places"], [["Ash\r\nSchool", 3]]);
  expect(asText(list)).toBe("School\tPlaces\nAsh School\t3");
  expect(list.columns.map((column) => column.numeric)).toEqual([false, true]);
});

test("a table of a paper is copied like one of the screen, a share with its base", () => {
  const of = (text: string, count: number | null = null, base: number | null = null) => ({
    text,
    count,
    base,
  });
  const paper = viewOf({
    title: "Result",
    caption: "",
    as_at: "",
    columns: [
      { label: "Standard", kind: "text" },
      { label: "% met", kind: "share" },
    ],
    rows: [[of("A"), of("50.0%", 30, 60)]],
    notes: [],
  });
  expect(asText(paper)).toBe("Standard\t% met: number\t% met: out of\t% met\nA\t30\t60\t50.0%");
});

test("what would take the clipboard minutes is not copied", () => {
  const columns = Array.from({ length: 126 });
  expect(copies({ columns, rows: Array.from({ length: 1000 }) })).toBe(true);
  expect(copies({ columns, rows: Array.from({ length: 24_400 }) })).toBe(false);
});

test("a table is hidden where no figure of it is shown, and not where none is hidden", () => {
  const of = (...texts: [string, number | null][]) => ({
    title: "",
    caption: "",
    as_at: "",
    columns: [],
    rows: [texts.map(([text, count]) => ({ text, count, base: null }))],
    notes: [],
  });
  expect(isHidden(of(["A", null], ["hidden", null]))).toBe(true);
  expect(isHidden(of(["hidden", null], ["3", 3]))).toBe(false);
  expect(isHidden(of(["A", null], ["–", null]))).toBe(false);
});

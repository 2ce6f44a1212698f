import { expect, test } from "vitest";
import type { TableView } from "../../api/wire";
import { asHtml, asText } from "./copy";
import { stepped } from "./figures";

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

test("arrow keys go from figure to figure and stop at the edge", () => {
  const opens = [
    [false, true, true],
    [false, false, false],
    [false, false, true],
  ];
  expect(stepped(opens, [0, 1], "ArrowRight")).toEqual([0, 2]);
  expect(stepped(opens, [0, 2], "ArrowRight")).toEqual([0, 2]);
  expect(stepped(opens, [0, 2], "ArrowDown")).toEqual([2, 2]);
  expect(stepped(opens, [0, 1], "ArrowDown")).toEqual([0, 1]);
  expect(stepped(opens, [2, 2], "Home")).toEqual([2, 2]);
  expect(stepped(opens, [0, 2], "Home")).toEqual([0, 1]);
  expect(stepped(opens, [0, 2], "a")).toBeNull();
});

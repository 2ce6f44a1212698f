// Which rounds are ticked at first, and the parts that a long report opens in.
import { expect, test } from "vitest";
import type { Block, PackRoundLine, PaperDocument, Table } from "../api/wire";
import { atFirst, oneTool, parts } from "./exchange";

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

const table = (title: string, first: string, rows: string[]): Block => ({
  block: "table",
  content: {
    title,
    caption: "",
    as_at: "",
    columns: [{ label: first, kind: "short" }],
    rows: rows.map((text) => [{ text, count: null, base: null }]),
    notes: ["Noted."],
  } as Table,
});

test("a long table of questions opens a standard at a time, and loses no row", () => {
  const numbers = [...Array(20).keys()].flatMap((at) => [`A${at + 1}`, `B${at + 1}`]);
  const sections = [
    {
      name: "Standards",
      begins: "here",
      blocks: [table("Per standard", "Standard", ["A Leading", "B Pupils"])],
    },
    {
      name: "Questions",
      begins: "new_page",
      blocks: [{ block: "heading", content: "Result per question" }, table("Per question", "No.", numbers)],
    },
    { name: "Findings", begins: "here", blocks: [table("Few", "No.", ["A1"])] },
  ];
  const made = parts({ sections } as unknown as PaperDocument);
  expect(made.map((part) => part.name)).toEqual([
    "Standards",
    "Result per question: A Leading",
    "Result per question: B Pupils",
    "Findings",
  ]);
  const rows = made
    .flatMap((part) => part.blocks)
    .map((block) => (block.block === "table" ? block.content.rows.length : 0));
  expect(rows).toEqual([2, 20, 20, 1]);
});

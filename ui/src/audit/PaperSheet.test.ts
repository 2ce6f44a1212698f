import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { Block, PaperDocument } from "../api/wire";
import { takeAway as text } from "../text/charts";
import { listed } from "./copy";
import { headed } from "./paper";
import PaperSheet from "./PaperSheet.svelte";

const table = (title: string): Block => ({
  block: "table",
  content: { ...listed(title, "2026/27", ["School"], [["Example"]], []), as_at: "", columns: [], rows: [[]] },
});

test("a table under a heading that says its title is known by that heading", () => {
  const blocks: Block[] = [
    { block: "heading", content: "The sample" },
    { block: "text", content: "Words." },
    table(""),
    { block: "subheading", content: "Apart" },
    table("Own title"),
  ];
  expect(headed(blocks, 0)).toBe("");
  expect(headed(blocks, 2)).toBe("The sample");
  expect(headed(blocks, 4)).toBe("Apart");
  const section = { name: "Sample", begins: "here", blocks } as PaperDocument["sections"][number];
  render(PaperSheet, {
    paper: { title: "Paper", about: [], draft: "", sections: [section] } as unknown as PaperDocument,
  });
  for (const name of ["The sample", "Own title"]) {
    expect(screen.getByRole("button", { name: new RegExp(`^${text.copy} ?: ${name}$`) })).toBeVisible();
    expect(screen.getByRole("table", { name })).toBeVisible();
  }
});

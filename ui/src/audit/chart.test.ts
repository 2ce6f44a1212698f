import { describe, expect, it } from "vitest";
import { asLines } from "./chart";

describe("a chart's table on the clipboard", () => {
  it("has a tab between cells, no line ends within them, and a base beside each share", () => {
    const cell = (text: string, count: number | null = null, base: number | null = null) => ({
      text,
      count,
      base,
    });
    const table = {
      title: "Result",
      caption: "",
      as_at: "",
      columns: [
        { label: "Standard", kind: "text" as const },
        { label: "% met", kind: "share" as const },
      ],
      rows: [
        [cell("A\nLeadership"), cell("50.0%", 30, 60)],
        [cell("B"), cell("hidden")],
      ],
      notes: [],
    };
    expect(asLines(table)).toBe("Standard\t% met\nA Leadership\t50.0% (30 of 60)\nB\thidden");
  });
});

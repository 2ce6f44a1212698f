import { describe, expect, it } from "vitest";
import type { Heat, HeatRow } from "../../api/wire";
import { asTable, cell, everything, offered, picture, shared, stepped, type Choice } from "./heat";
import { draw, inkOf, shown, sizes, window, type Inks } from "./heat-draw";

const row = (name: string, phase: string, marks: string): HeatRow => ({
  submission: name,
  name,
  phase,
  status: "",
  locality: "",
  trust: "",
  marks,
});
const column = (number: string, standard: string) => ({
  question: number,
  number,
  text: `Question ${number}`,
  standard,
});
const heat: Heat = {
  caption: "",
  columns: [column("A1", "A First"), column("A2", "A First"), column("B1", "B Second")],
  rows: [row("Ash", "Primary", "EMN"), row("Birch", "Primary", "P.-"), row("Cedar", "Special", "MM ")],
};
const plain: Choice = everything();
const names = (choice: Partial<Choice>) =>
  picture(heat, { ...plain, ...choice }, "Not said").lines.map((line) => line.name);

describe("the picture", () => {
  it("adds up rows and columns, with blank and not applicable in no base", () => {
    const whole = picture(heat, plain, "Not said");
    expect(whole.lines.map((line) => line.total)).toEqual([
      { met: 2, base: 3 },
      { met: 0, base: 1 },
      { met: 2, base: 2 },
    ]);
    expect(whole.totals).toEqual([
      { met: 2, base: 3 },
      { met: 2, base: 2 },
      { met: 0, base: 1 },
    ]);
    expect(whole.total).toEqual({ met: 4, base: 6 });
    const found = picture(heat, { ...plain, find: "birch" }, "Not said");
    expect([found.total, found.lines[0]?.total]).toEqual([
      { met: 0, base: 1 },
      { met: 0, base: 1 },
    ]);
    const standards = picture(heat, { ...plain, columnsBy: "standard" }, "Not said");
    expect(standards.lines.map((line) => line.total)).toEqual(whole.lines.map((line) => line.total));
  });

  it("puts settings and standards together", () => {
    const grouped = picture(heat, { ...plain, rowsBy: "phase", columnsBy: "standard" }, "Not said");
    expect(grouped.lines.map((line) => line.name)).toEqual(["Primary (2)", "Special (1)"]);
    expect(grouped.heads.map((head) => head.short)).toEqual(["A", "B"]);
    expect(cell(grouped.lines[0]!, 0)).toEqual({ met: 2, base: 3 });
    expect(cell(grouped.lines[0]!, 1)).toEqual({ met: 0, base: 1 });
  });

  it("shows one standard alone, with totals of that alone", () => {
    const one = picture(heat, { ...plain, standard: "A First" }, "Not said");
    expect(one.heads.map((head) => head.short)).toEqual(["A1", "A2"]);
    expect(one.lines.map((line) => line.total.base)).toEqual([2, 1, 2]);
    expect(offered(heat).standards).toEqual(["A First", "B Second"]);
    expect(offered(heat).facets.phase).toEqual(["Primary", "Special"]);
  });

  it("hides from others what the table for others hides, and whatever adds it up", () => {
    const figure = (count: number | null, base: number | null) => ({
      text: count === null ? "hidden" : `${count}`,
      count,
      base,
      range: "",
      opens: false,
    });
    const words = (text: string) => ({ ...figure(null, null), text });
    const column = (label: string, numeric: boolean) => ({ label, numeric });
    const table = {
      title: "",
      caption: "",
      as_at: "",
      columns: [
        column("Standard", false),
        column("Primary (9)", true),
        column("Special (1)", true),
        column("All (10)", true),
      ],
      rows: [
        [words("A First"), figure(4, 8), figure(null, null), figure(5, 9)],
        [words("B Second"), figure(8, 8), figure(1, 1), figure(9, 9)],
      ],
      notes: [],
    };
    const seen = shared(table, "name");
    expect(seen.heads.map((head) => head.short)).toEqual(["A", "B"]);
    expect(seen.lines.map((line) => line.name)).toEqual(["Primary (9)", "Special (1)"]);
    expect(seen.lines[1]?.shares[0]?.hidden).toBe(true);
    expect(seen.lines[1]?.total.hidden).toBe(true);
    expect(shown(seen.lines[1]!.total)).toBe("×");
    expect(seen.total).toEqual({ met: 14, base: 18 });
    const copied = asTable(seen, "Heatmap", "", ({ share }) => shown(share));
    expect(copied.rows[1]?.[2]).toMatchObject({ text: "×", count: null });
  });

  it("filters and sorts", () => {
    expect(names({ sort: "best" })).toEqual(["Cedar", "Ash", "Birch"]);
    expect(names({ sort: "worst" })).toEqual(["Birch", "Ash", "Cedar"]);
    expect(names({ only: { ...plain.only, phase: "Primary" } })).toEqual(["Ash", "Birch"]);
    expect(names({ only: { ...plain.only, trust: "Sample Trust" } })).toEqual([]);
    expect(names({ find: " CED" })).toEqual(["Cedar"]);
  });
});

describe("the map", () => {
  it("leaves room for cells where it is narrow: at 400 % zoom too", () => {
    for (const wide of [270, 320, 480, 900, 1600]) {
      const by = sizes(16, wide);
      expect((wide - by.name - by.total) / by.cell).toBeGreaterThan(3);
    }
  });

  const view = { left: 0, top: 40 * 26, width: 900, height: 600 };

  it("draws no more cells than are in view, however many rows there are", () => {
    const by = sizes(16);
    const seen = window(view, by, 24_400, 126);
    expect(seen.row).toBe(40);
    expect(seen.rows * seen.columns).toBeLessThan(600);
    const line = { ...picture(heat, plain, "").lines[0]!, marks: "M".repeat(126) };
    const many = {
      ...picture(heat, plain, ""),
      lines: Array.from({ length: 24_400 }, () => line),
      heads: Array.from({ length: 126 }, (_, at) => ({ short: `${at}`, long: "" })),
    };
    let texts = 0;
    const on = new Proxy({} as CanvasRenderingContext2D, {
      get: (_, name) =>
        name === "measureText" ? () => ({ width: 1 }) : name === "fillText" ? () => texts++ : () => undefined,
      set: () => true,
    });
    const ink = { ink: "", wash: "" };
    const inks = new Proxy({} as Inks, { get: () => ink });
    const drawn = draw(on, many, view, by, inks, {
      letters: {},
      held: { row: 0, column: 0 },
      all: "",
      share: "",
    });
    expect(drawn).toBe(seen.rows * seen.columns);
    expect(texts).toBeLessThan(drawn + 150);
  });

  it("says 100 and 0 only where it is all or nothing", () => {
    expect(shown({ met: 999, base: 1000 })).toBe("99");
    expect(shown({ met: 1, base: 1000 })).toBe("1");
    expect(shown({ met: 3, base: 3 })).toBe("100");
    expect(shown({ met: 0, base: 0 })).toBe("·");
    expect(inkOf({ met: 0, base: 0 })).toBe(".");
  });

  it("is walked by key and never left", () => {
    const size = { rows: 10, columns: 5, page: 4 };
    expect(stepped("ArrowUp", { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(stepped("PageDown", { row: 8, column: 2 }, size)).toEqual({ row: 9, column: 2 });
    expect(stepped("End", { row: 3, column: 0 }, size)).toEqual({ row: 3, column: 4 });
    expect(stepped("x", { row: 0, column: 0 }, size)).toBeNull();
  });
});

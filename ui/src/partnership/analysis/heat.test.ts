import { describe, expect, it } from "vitest";
import type { Heat, HeatRow } from "../../api/wire";
import { cell, picture, stepped, type Choice } from "./heat";
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
const plain: Choice = { rowsBy: "setting", columnsBy: "question", sort: "name", find: "", phase: "" };
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
  });

  it("puts settings and standards together", () => {
    const grouped = picture(heat, { ...plain, rowsBy: "phase", columnsBy: "standard" }, "Not said");
    expect(grouped.lines.map((line) => line.name)).toEqual(["Primary (2)", "Special (1)"]);
    expect(grouped.heads.map((head) => head.short)).toEqual(["A", "B"]);
    expect(cell(grouped.lines[0]!, 0)).toEqual({ met: 2, base: 3 });
    expect(cell(grouped.lines[0]!, 1)).toEqual({ met: 0, base: 1 });
  });

  it("filters and sorts", () => {
    expect(names({ sort: "best" })).toEqual(["Cedar", "Ash", "Birch"]);
    expect(names({ sort: "worst" })).toEqual(["Birch", "Ash", "Cedar"]);
    expect(names({ phase: "Primary" })).toEqual(["Ash", "Birch"]);
    expect(names({ find: " CED" })).toEqual(["Cedar"]);
  });
});

describe("the map", () => {
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

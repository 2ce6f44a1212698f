import { expect, test } from "vitest";
import { cellTag, differ } from "./compare";

const row = (...labels: (string | null)[]) => ({
  cells: labels.map((label) => ({
    submission: "s",
    asked: label !== "not asked",
    carried: false,
    label,
    meaning: null,
    note: null,
  })),
});

test("ratings differ where one is another, or where one is blank", () => {
  expect(differ(row("Met", "Met"))).toBe(false);
  expect(differ(row("Met", "Partly met"))).toBe(true);
  expect(differ(row("Met", null))).toBe(true);
  expect(differ(row(null, null))).toBe(false);
  expect(differ(row("Met", "not asked"))).toBe(false);
});

test("not asked and not answered are told apart", () => {
  const [asked, not] = row(null, "not asked").cells;
  expect([asked, not].map((cell) => cell && cellTag(cell).words)).toEqual(["Not answered", "Not asked"]);
});

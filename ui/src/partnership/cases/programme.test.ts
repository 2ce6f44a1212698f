import { expect, test } from "vitest";
import type { ProgrammeLine } from "../../api/wire";
import { byMonth, monthOf, placeOf, years } from "./programme";

const line = (title: string, on: string | null, kind: ProgrammeLine["kind"] = "other"): ProgrammeLine => ({
  entry: null,
  typed: null,
  kind,
  title,
  lead: "",
  group: "",
  on,
  planned: on,
  done: null,
  stands: "planned",
  said: "",
  of: title,
});

test("lines stand under their month, those without a day last and under none", () => {
  const lines = [line("a", "2026-09-01"), line("b", "2026-09-30"), line("c", "2026-11-02"), line("d", null)];
  const months = byMonth(lines).map((one) => [one.name, one.lines.map((line) => line.title).join("")]);
  expect(months).toEqual([
    ["September 2026", "ab"],
    ["November 2026", "c"],
    ["", "d"],
  ]);
  expect(monthOf("2026-09-01", 11)).toBe("August 2027");
});

test("years begin in April and in September, and the one in view is among them", () => {
  expect(years("2026-09-01")).toContain("2027-04-01");
  expect(years("2026-11-01")).toContain("2026-11-01");
});

test("a line leads to what stands in the file, and anything else to nothing", () => {
  expect(placeOf(line("x", null, "dip_sample"))).toEqual({ screen: "dip_sample", sample: "x" });
  expect(placeOf(line("x", null, "peer_review"))).toEqual({ screen: "workshops" });
  expect(placeOf(line("x", null, "other"))).toBeNull();
});

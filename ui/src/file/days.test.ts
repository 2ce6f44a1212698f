import { expect, test } from "vitest";
import type { HistoryLine } from "../api/wire";
import { byDay } from "./days";

test("a line stands under its day in England, not the day of the instant", () => {
  const line = (seq: number, at: string) => ({ seq, at }) as HistoryLine;
  const lines = [
    line(3, "2027-07-04T23:30:00Z"),
    line(2, "2027-07-04T22:00:00Z"),
    line(1, "2027-07-04T08:00:00Z"),
  ];
  expect(byDay(lines).map(({ day, lines: some }) => [day, some.map((one) => one.seq)])).toEqual([
    ["5 July 2027", [3]],
    ["4 July 2027", [2, 1]],
  ]);
});

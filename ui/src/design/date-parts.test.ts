import { expect, test } from "vitest";
import { partsOf, readDate } from "./date-parts";

const read = (day: string, month: string, year: string) => readDate({ day, month, year });

test("a date may have its month as a number or a word", () => {
  expect(read("26", "3", "2027")).toEqual({ date: "2027-03-26" });
  expect(read(" 4 ", "March", "27")).toEqual({ date: "2027-03-04" });
});

test("a date that is not whole or not real is told apart from none", () => {
  expect(read("", "", "")).toEqual({ empty: true });
  expect(read("4", "", "2027")).toEqual({ fault: "parts" });
  for (const [d, m, y] of [
    ["31", "2", "2027"],
    ["29", "2", "2027"],
    ["4", "Mrz", "2027"],
    ["1", "1", "1850"],
  ] as const) {
    expect(read(d, m, y)).toEqual({ fault: "real" });
  }
});

test("parts lead back to the date", () => {
  expect(readDate(partsOf("2028-02-29"))).toEqual({ date: "2028-02-29" });
});

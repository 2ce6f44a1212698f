import { expect, test } from "vitest";
import { counted, listed, percent } from "./counts";
import { operation } from "./operations";
import { atTime, daysAway, onDate, onDateAtTime, onShortDate, roundAfter, schoolYear } from "./when";

test("a date has its month as a word", () => {
  expect(onDate("2027-03-04")).toBe("4 March 2027");
  expect(onShortDate("2027-11-24")).toBe("24 Nov 2027");
  expect(onDate(null)).toBe("");
  expect(onDate("soon")).toBe("soon");
});

test("an instant is told by the clock of England, summer and winter", () => {
  expect(atTime("2027-01-04T18:04:00Z")).toBe("18:04");
  expect(atTime("2027-07-04T18:04:00Z")).toBe("19:04");
  expect(onDateAtTime("2027-07-04T23:30:00Z")).toBe("5 July 2027, 00:30");
});

test("days away agree in number", () => {
  expect([0, 1, -1, 12, -3].map(daysAway)).toEqual([
    "today",
    "tomorrow",
    "yesterday",
    "in 12 days",
    "3 days ago",
  ]);
});

test("the school year begins in September", () => {
  expect(schoolYear(new Date(2026, 8, 1))).toBe("2026/27");
  expect(schoolYear(new Date(2027, 7, 31))).toBe("2026/27");
});

test("the round after a school year is the next one; after another name there is none", () => {
  expect(roundAfter("2025/26")).toBe("2026/27");
  expect(roundAfter("2098/99")).toBe("2099/00");
  expect(roundAfter("2025-2026")).toBe("2026-2027");
  expect(roundAfter("Autumn 2025")).toBe("");
});

test("a share of nothing is no share, and nothing is rounded to all or none", () => {
  expect(percent(0, 0)).toBe("–");
  expect(percent(379, 380)).toBe("over 99%");
  expect(percent(1, 380)).toBe("under 1%");
  expect(percent(1, 3)).toBe("33%");
});

test("a list reads as a sentence", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("nouns agree", () => {
  expect([counted(1, "question"), counted(3, "question")]).toEqual(["1 question", "3 questions"]);
});

test("an operation is told with the printed number of its question", () => {
  const numbers = new Map([["school.c4", "C5"]]);
  expect(operation("answer.rate", "school.c4", numbers)).toBe("rating of C5");
  expect(operation("answer.write", "school.c4 note", numbers)).toBe("typing of C5");
  expect(operation("answer.rate", "school.c4")).toBe("rating of C4");
  expect(operation("finding.record", "018f-22")).toBe("panel finding");
  expect(operation("something.new")).toBe("last change");
});

import { expect, test } from "vitest";
import {
  between,
  inView,
  leastWidth,
  pressed,
  scrolledTo,
  sorted,
  stepped,
  tracks,
  turned,
  withAll,
  type Column,
} from "./long-table";

const ROW = 44;
const HEIGHT = 600;

test("what is drawn is bounded by what is seen, wherever the list stands", () => {
  for (let top = 0; top <= 24_000 * ROW; top += 9_973) {
    const { from, to } = inView(top, HEIGHT, ROW, 24_000);
    expect(to - from).toBeLessThanOrEqual(HEIGHT / ROW + 32);
    expect(from).toBeLessThanOrEqual(Math.min(Math.floor(top / ROW), 23_999));
    expect(to).toBeGreaterThanOrEqual(Math.min(24_000, Math.ceil((top + HEIGHT) / ROW)));
  }
});

test("small movements draw nothing new", () => {
  expect(inView(4_410, HEIGHT, ROW, 24_000)).toEqual(inView(4_430, HEIGHT, ROW, 24_000));
});

test("short lists, none at all and a height not yet known are sound", () => {
  expect(inView(0, HEIGHT, ROW, 3)).toEqual({ from: 0, to: 3 });
  expect(inView(0, HEIGHT, ROW, 0)).toEqual({ from: 0, to: 0 });
  expect(inView(0, 0, ROW, 24_000).to).toBeLessThanOrEqual(16);
  expect(inView(9_999_999, HEIGHT, ROW, 10)).toEqual({ from: 0, to: 10 });
});

test("keys lead through the list and stop at its ends", () => {
  expect(stepped("ArrowDown", 4, 10, 5)).toBe(5);
  expect(stepped("PageDown", 8, 10, 5)).toBe(9);
  expect(stepped("PageUp", 2, 10, 5)).toBe(0);
  expect(stepped("End", 0, 10, 5)).toBe(9);
  expect(stepped("Home", 9, 10, 5)).toBe(0);
  expect(stepped("x", 9, 10, 5)).toBeNull();
  expect(stepped("End", 0, 0, 5)).toBeNull();
});

test("the row in hand is brought into view, and the list stays where it is if it is there", () => {
  expect(scrolledTo(0, 440, HEIGHT, ROW)).toBe(0);
  expect(scrolledTo(12, 440, HEIGHT, ROW)).toBe(440);
  expect(scrolledTo(100, 440, HEIGHT, ROW)).toBe(101 * ROW - HEIGHT);
});

test("a range is the same from above and from below", () => {
  const keys = ["a", "b", "c", "d"];
  expect(between(keys, 1, 3)).toEqual(["b", "c", "d"]);
  expect(between(keys, 3, 1)).toEqual(["b", "c", "d"]);
});

test("choosing never changes what was chosen before", () => {
  const before = new Set(["a"]);
  expect([...turned(before, "b")]).toEqual(["a", "b"]);
  expect([...turned(before, "a")]).toEqual([]);
  expect([...withAll(before, ["a", "c"])]).toEqual(["a", "c"]);
  expect([...before]).toEqual(["a"]);
});

interface Line {
  name: string;
  met: number | null;
}
const columns: Column<Line>[] = [
  { key: "name", heading: "Name", width: 14, grow: 2, text: (row) => row.name },
  { key: "met", heading: "Met", width: 6, text: (row) => String(row.met ?? ""), sort: (row) => row.met },
];

test("sorting reads numbers as numbers, and rows without a value stand last both ways", () => {
  const rows: Line[] = [
    { name: "School 10", met: 9 },
    { name: "school 9", met: null },
    { name: "School 1", met: 100 },
  ];
  const names = (key: string, direction: "ascending" | "descending") =>
    sorted(rows, columns, { key, direction }).map((row) => row.name);
  expect(names("name", "ascending")).toEqual(["School 1", "school 9", "School 10"]);
  expect(names("met", "ascending")).toEqual(["School 10", "School 1", "school 9"]);
  expect(names("met", "descending")).toEqual(["School 1", "School 10", "school 9"]);
  expect(sorted(rows, columns, null)).toBe(rows);
});

test("a heading sorts upwards first, then the other way", () => {
  const up = pressed(null, "name");
  expect(up.direction).toBe("ascending");
  expect(pressed(up, "name").direction).toBe("descending");
  expect(pressed(up, "met")).toEqual({ key: "met", direction: "ascending" });
});

test("columns keep their least width and some share the rest", () => {
  expect(tracks(columns, "boxes")).toBe("3rem minmax(14rem, 2fr) minmax(6rem, 6rem)");
  expect(leastWidth(columns, "boxes")).toBe(23);
});

import { expect, test } from "vitest";
import { keyOf, verbOf } from "./written";

const press = (key: string, plain = true, typing = false) => ({ key, plain, typing });

test("every theme has a key of its own, as long as there are keys", () => {
  const keys = Array.from({ length: 31 }, (_, place) => keyOf(place)).filter(Boolean);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.slice(0, 10)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "a"]);
  expect(keyOf(99)).toBe("");
});

test("a key codes, arrows move, and nothing happens while somebody types", () => {
  expect(verbOf(press("2"), 3, true)).toEqual({ verb: "code", theme: 1 });
  expect(verbOf(press("A"), 12, true)).toEqual({ verb: "code", theme: 9 });
  expect(verbOf(press("4"), 3, true)).toBeNull();
  expect(verbOf(press("2"), 3, false)).toBeNull();
  expect(verbOf(press("ArrowDown"), 0, false)).toEqual({ verb: "move", by: 1 });
  expect(verbOf(press("End"), 0, false)).toEqual({ verb: "end", at: "last" });
  expect(verbOf(press("2", true, true), 3, true)).toBeNull();
  expect(verbOf(press("2", false), 3, true)).toBeNull();
});

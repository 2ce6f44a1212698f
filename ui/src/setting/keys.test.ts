import { expect, test } from "vitest";
import { verbOf, type Press } from "./keys";

const levels = [
  { key: "1", code: "met" },
  { key: "2", code: "partly" },
  { key: "0", code: "not_applicable" },
  { key: "", code: "other" },
];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  typing: false,
  choosing: false,
  ...more,
});

test("digits rate by the scale that is shown", () => {
  expect(verbOf(press("1"), levels, true)).toEqual({ verb: "rate", code: "met" });
  expect(verbOf(press("0"), levels, true)).toEqual({ verb: "rate", code: "not_applicable" });
  expect(verbOf(press("3"), levels, true)).toBeNull();
});

test("letters go to evidence, action, note, the flag, the search and the list of keys", () => {
  const verbs = ["e", "a", "N", "f", "/", "?"].map((key) => verbOf(press(key), levels, true)?.verb);
  expect(verbs).toEqual(["evidence", "action", "note", "flag", "search", "help"]);
});

test("nothing fires while somebody types, save Ctrl and Enter", () => {
  for (const key of ["1", "e", "f", "?", "/", "ArrowLeft"])
    expect(verbOf(press(key, { typing: true }), levels, true)).toBeNull();
  expect(verbOf(press("Enter", { typing: true, ctrl: true }), levels, true)).toEqual({ verb: "confirm" });
});

test("single keys can be switched off; arrows and Ctrl and Enter stay", () => {
  for (const key of ["1", "e", "f", "?", "/"]) expect(verbOf(press(key), levels, false)).toBeNull();
  expect(verbOf(press("ArrowRight"), levels, false)).toEqual({ verb: "next" });
  expect(verbOf(press("Enter", { ctrl: true }), levels, false)).toEqual({ verb: "confirm" });
});

test("arrows stay with radios, and keys with the browser's own shortcuts", () => {
  expect(verbOf(press("ArrowLeft", { choosing: true }), levels, true)).toBeNull();
  expect(verbOf(press("f", { ctrl: true }), levels, true)).toBeNull();
  expect(verbOf(press("1", { alt: true }), levels, true)).toBeNull();
});

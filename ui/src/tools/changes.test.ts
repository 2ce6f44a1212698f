import { expect, test } from "vitest";
import type { Change, VersionChange } from "../api/wire";
import { changeChips, sides } from "./changes";

const question = (text: string) => ({ id: text, number: "A1", text });
const row = (change: Change, from: string[], to: string[]): VersionChange => ({
  change,
  from: from.map(question),
  to: to.map(question),
  note: "",
  alike: 0,
});

test("all changes leave out what stayed the same; what did not happen has no filter", () => {
  const rows = [row("same", ["a"], ["a"]), row("new", [], ["b"]), row("new", [], ["c"])];
  expect(changeChips(rows).map((one) => [one.value, one.count])).toEqual([
    ["all", 2],
    ["new", 2],
    ["same", 1],
  ]);
});

test("words are marked where one question became one, and nowhere else", () => {
  const one = sides(row("reworded", ["Staff know it"], ["All know it"]));
  expect(one.now[0]?.stretches).toEqual([
    { text: "All", changed: true },
    { text: "know it", changed: false },
  ]);
  const split = sides(row("split", ["a b"], ["a", "b"]));
  expect([...split.before, ...split.now].flatMap((side) => side.stretches).some((it) => it.changed)).toBe(
    false,
  );
});

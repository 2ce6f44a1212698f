import { expect, test } from "vitest";
import { stepped } from "./figures";

test("arrow keys go from figure to figure and stop at the edge", () => {
  const opens = [
    [false, true, true],
    [false, false, false],
    [false, false, true],
  ];
  expect(stepped(opens, [0, 1], "ArrowRight")).toEqual([0, 2]);
  expect(stepped(opens, [0, 2], "ArrowRight")).toEqual([0, 2]);
  expect(stepped(opens, [0, 2], "ArrowDown")).toEqual([2, 2]);
  expect(stepped(opens, [0, 1], "ArrowDown")).toEqual([0, 1]);
  expect(stepped(opens, [2, 2], "Home")).toEqual([2, 2]);
  expect(stepped(opens, [0, 2], "Home")).toEqual([0, 1]);
  expect(stepped(opens, [0, 2], "a")).toBeNull();
});

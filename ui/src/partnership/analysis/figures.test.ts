import { expect, test } from "vitest";
import { stepped, withoutBase } from "./figures";

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

test("a base that stands below a share does not stand beside it too", () => {
  expect(withoutBase("90.9% (n = 22)")).toBe("90.9%");
  expect(withoutBase("72.1%")).toBe("72.1%");
  expect(withoutBase("Special (1 of 2)")).toBe("Special (1 of 2)");
});

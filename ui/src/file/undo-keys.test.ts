import { expect, test } from "vitest";
import { typingAt, undoKey, type UndoPress } from "./undo-keys";

const press = (key: string, some: Partial<UndoPress> = {}): UndoPress => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...some,
});

test("Ctrl and Z takes back, Ctrl and Y or Shift does again", () => {
  expect(undoKey(press("z"), "not typing")).toBe("undo");
  expect(undoKey(press("Z", { shiftKey: true }), "not typing")).toBe("redo");
  expect(undoKey(press("y"), "not typing")).toBe("redo");
  expect(undoKey(press("z", { ctrlKey: false, metaKey: true }), "not typing")).toBe("undo");
});

test("a field keeps its own undo, and other keys are not ours", () => {
  expect(undoKey(press("z"), "typing")).toBeNull();
  expect(undoKey(press("z", { ctrlKey: false }), "not typing")).toBeNull();
  expect(undoKey(press("z", { altKey: true }), "not typing")).toBeNull();
  expect(undoKey(press("x"), "not typing")).toBeNull();
});

test("a radio is no field that is typed in", () => {
  const input = document.createElement("input");
  expect(typingAt(input)).toBe("typing");
  input.type = "radio";
  expect(typingAt(input)).toBe("not typing");
  expect(typingAt(null)).toBe("not typing");
});

import { expect, test } from "vitest";
import type { NeedQuestion, NeedsView } from "../api/wire";
import { inHand, keyOf, picked } from "./needs";

const question = (given: string) =>
  ({
    kind: "level",
    given,
    words: "What does it mean?",
    choices: [
      { meaning: "met", words: "Met", detail: "" },
      { meaning: "blank", words: "No answer", detail: "" },
    ],
  }) as NeedQuestion;
const view = { questions: [question("g"), question("a")], remembered: [] } as NeedsView;

test("a number picks its choice and no other key does", () => {
  expect(picked(question("g"), "1")).toBe("met");
  expect(picked(question("g"), "2")).toBe("blank");
  expect(picked(question("g"), "3")).toBeNull();
  expect(picked(question("g"), "Enter")).toBeNull();
  expect(picked(question("g"), "0")).toBeNull();
});

test("the question in hand stays until it is answered, then the next one that was not passed over comes", () => {
  const [first, second] = view.questions as [NeedQuestion, NeedQuestion];
  expect(inHand(view, keyOf(second), new Set())).toBe(second);
  expect(inHand(view, "answered", new Set())).toBe(first);
  expect(inHand(view, "answered", new Set([keyOf(first)]))).toBe(second);
  expect(inHand(view, "answered", new Set([keyOf(first), keyOf(second)]))).toBe(first);
  expect(inHand({ questions: [], remembered: [] }, "", new Set())).toBeNull();
});

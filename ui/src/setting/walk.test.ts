import { expect, test } from "vitest";
import type { QuestionView, StandardView } from "../api/wire";
import { joined, split } from "./choices";
import { after, before, questionAt, written } from "./walk";

const question = (id: string, value: string | null, carried_from: string | null = null) =>
  ({ id, answer: { value, carried_from } }) as QuestionView;
const [one, two, three] = [
  question("c1", "met"),
  question("c2", "met", "2025/26"),
  question("c3", null),
] as const;
const standard = {
  id: "c",
  previous: "b",
  next: null,
  questions: [one, two, three],
} as unknown as StandardView;

test("the first open question is one that is blank or only carried", () => {
  expect(questionAt(standard, "open")?.id).toBe("c2");
  expect(questionAt(standard, "last")?.id).toBe("c3");
  expect(questionAt(standard, "c9")).toBeNull();
});

test("going on crosses into the neighbouring standard and ends at the end", () => {
  expect(after(standard, one)).toEqual({ screen: "question", standard: "c", question: "c2" });
  expect(after(standard, three)).toBeNull();
  expect(before(standard, one)).toEqual({ screen: "question", standard: "b", question: "last" });
});

test("several choices are one value, in the order of the list", () => {
  expect(joined(["a", "b", "c"], ["c", "a"])).toBe("a\nc");
  expect(split("a\nc")).toEqual(["a", "c"]);
  expect(split("")).toEqual([]);
});

test("an answer is written at where a text, an item or an action stands beside it", () => {
  const answer = { note: " ", impact: "", area: "", extra: {} };
  const bare = { answer, evidence_items: [], actions: [] } as unknown as QuestionView;
  expect(written(bare)).toBe(false);
  expect(written({ ...bare, answer: { ...bare.answer, extra: { own: "x" } } })).toBe(true);
  expect(written({ ...bare, actions: [{}] } as QuestionView)).toBe(true);
});

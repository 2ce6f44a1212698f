import { expect, test } from "vitest";
import type { TemplateChoice } from "../api/wire";
import { asPicked, atHand, nothingPicked, pickFaults } from "./picked";

const tool = (status: string, key = "school@1") => ({ key, status }) as TemplateChoice;
const preview = tool("preview");

test("a preview needs a clear yes, and says which status was understood", () => {
  expect(pickFaults(preview, nothingPicked).map((fault) => fault.id)).toEqual(["understood"]);
  const yes = { key: "school@1", scale: "", understood: true };
  expect(pickFaults(preview, yes)).toEqual([]);
  expect(asPicked(preview, yes)).toEqual({ scale: null, understood: "preview" });
  expect(asPicked(tool("draft"), yes).understood).toBe("draft");
});

test("what was picked of one tool says nothing of another", () => {
  const yes = { key: "school@1", scale: "rag", understood: true };
  expect(asPicked(tool("preview", "school@2"), yes)).toEqual({ scale: null, understood: null });
  expect(pickFaults(tool("preview", "school@2"), yes)).toHaveLength(1);
});

test("a tool that is in force asks for no yes, and keeps the scale", () => {
  const picked = { key: "school@1", scale: "rag", understood: true };
  expect(pickFaults(tool("unreviewed"), nothingPicked)).toEqual([]);
  expect(asPicked(tool("unreviewed"), picked)).toEqual({ scale: "rag", understood: null });
  expect(asPicked(null, picked)).toEqual({ scale: null, understood: null });
});

test("the tool of an audit is found, also on another scale; a version with additions is another tool", () => {
  const of = (key: string, questions: number) => ({ key, questions }) as TemplateChoice;
  const tools = [of("school@2025.1", 251), of("school@2026.0", 257)];
  expect(atHand(tools, of("school@2026.0", 257))).toBe("school@2026.0");
  expect(atHand(tools, of("school@2025.1.rag", 251))).toBe("school@2025.1");
  expect(atHand(tools, of("school@2025.1.sampleton", 252))).toBeNull();
});

import { expect, test } from "vitest";
import type { TemplateChoice } from "../api/wire";
import { firstTool, successors, toolOptions, toolsFor } from "./tools";

const tool = (key: string, audience: string, status: string) =>
  ({ key, version: key.split("@")[1], audience, status }) as TemplateChoice;
const tools = [
  tool("school@2025.1", "school", "unreviewed"),
  tool("school@2025.10", "school", "unreviewed"),
  tool("school@2026.1", "school", "preview"),
  tool("section11@2026.1", "agency", "unreviewed"),
];
const keys = (some: TemplateChoice[]) => some.map((one) => one.key);

test("a kind of setting is offered the tools that are written for it", () => {
  expect(keys(toolsFor(tools, "organisation"))).toEqual(["section11@2026.1"]);
  expect(toolsFor(tools, "school")).toHaveLength(3);
  expect(toolsFor(tools, "voluntary")).toHaveLength(4);
});

test("a preview is never offered first, unless there is nothing else", () => {
  expect(firstTool(toolsFor(tools, "school"))?.key).toBe("school@2025.10");
  expect(firstTool(tools.slice(2, 3))?.key).toBe("school@2026.1");
  expect(firstTool([])).toBeNull();
});

test("next year never goes back to an earlier version", () => {
  expect(keys(successors(tools, "school@2025.10"))).toEqual(["school@2025.10", "school@2026.1"]);
  expect(keys(successors(tools, "school@2026.1"))).toEqual(["school@2026.1"]);
});

test("a case audit is offered to no kind of setting that has a tool of its own", () => {
  const more = [...tools, tool("case@1", "case_audit", "unreviewed")];
  expect(keys(toolsFor(more, "organisation"))).toEqual(["section11@2026.1"]);
});

test("next year follows in the same family", () => {
  expect(successors(tools, "section11@2025.1").map((one) => one.key)).toEqual(["section11@2026.1"]);
  expect(successors(tools, "local@1")).toHaveLength(4);
});

test("two tools of one title are told apart by their version", () => {
  const titled = (key: string, title: string) => ({ ...tool(key, "school", "reviewed"), title });
  const labels = toolOptions([titled("a@1", "One"), titled("a@2", "One"), titled("b@1", "Two")]);
  expect(labels.map((one) => one.label)).toEqual(["One – Version 1", "One – Version 2", "Two"]);
});

import { describe, expect, it } from "vitest";
import { linesOf, paperOf } from "./reports";

describe("papers by name", () => {
  it("knows those there are and no others", () => {
    expect(paperOf("executive")).toBe("executive");
    expect(paperOf("feedback")).toBeNull();
    expect(paperOf("")).toBeNull();
  });
});

describe("a circulation list", () => {
  it("is its lines without the empty ones", () => {
    expect(linesOf(" Executive \n\n  DSL group\n")).toEqual(["Executive", "DSL group"]);
  });
});

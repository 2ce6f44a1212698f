// A sample's rules as they are typed and asked for.
import { describe, expect, it } from "vitest";
import type { SampleRules } from "../api/wire";
import { faults, ruleWords, rulesOf, typed } from "./sample";

const rules: SampleRules = {
  base: "register",
  rules: [{ bearing: "leaves_out", of: { met_within: 2 }, reason: "Met last time" }],
  strata: ["phase", { fact: "nursery" }],
  merges: [],
  merge_below: 20,
  size: { share: 350 },
  rounding: "up",
  minimum: 1,
  cycle: null,
};

describe("a sample's rules", () => {
  it("come back as they were shown", () => {
    expect(rulesOf(typed(rules))).toEqual(rules);
    expect(typed(rules).size).toBe("3.5");
  });

  it("name each fault by its field", () => {
    const form = { ...typed(rules), size: "0", minimum: "-1", mergeBelow: "x", cycle: "0" };
    expect(faults(form).map((fault) => fault.id)).toEqual([
      "sample-size",
      "sample-minimum",
      "sample-merge",
      "sample-cycle",
    ]);
    expect(faults({ ...typed(rules), sizeKind: "number", size: "2.5" })).toHaveLength(1);
    expect(faults({ ...typed(rules), size: "101" })).toHaveLength(1);
    expect(faults(typed(rules))).toEqual([]);
  });

  it("are said in words", () => {
    expect(ruleWords(rules.rules[0]!, [])).toBe(
      "Leave out those that a panel met within 2 years: Met last time",
    );
  });
});

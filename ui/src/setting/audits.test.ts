import { expect, test } from "vitest";
import type { AuditLine } from "../api/wire";
import { bySetting, latestOf } from "./audits";

const line = (submission: string, setting: string, some: Partial<AuditLine> = {}) =>
  ({ submission, setting, name: setting.toUpperCase(), current: false, latest: false, ...some }) as AuditLine;

test("the latest audit is that of the school one is looking at", () => {
  const audits = [
    line("b27", "b", { latest: true }),
    line("a26", "a", { current: true }),
    line("a27", "a", { latest: true }),
  ];
  expect(latestOf(audits)?.submission).toBe("a27");
  expect(latestOf(audits.slice(0, 2))?.submission).toBe("b27");
  expect(latestOf([])).toBeNull();
});

test("audits are grouped by their school, in order, even where two schools share a name", () => {
  const audits = [line("b27", "b"), line("a27", "a"), line("b26", "b")];
  expect(bySetting(audits).map((one) => one.audits.map((audit) => audit.submission))).toEqual([
    ["b27", "b26"],
    ["a27"],
  ]);
});

import { expect, test } from "vitest";
import type { QuestionView } from "../api/wire";
import { counts, filterNamed, shows } from "./filters";

const level = (meaning: string) => ({ level: { code: meaning, meaning } });
interface Some {
  value?: string | null;
  carried?: string;
  note?: string;
  flag?: boolean;
  duty?: string;
  items?: number;
  actions?: string[];
}
const question = (some: Some) =>
  ({
    duty: some.duty ?? "must",
    levels: ["met", "mostly", "partly", "not_applicable"].map(level),
    answer: {
      value: some.value ?? null,
      carried_from: some.carried ?? null,
      note: some.note ?? "",
      flag: some.flag ?? false,
    },
    evidence_items: Array.from({ length: some.items ?? 0 }),
    actions: (some.actions ?? []).map((state) => ({ state })),
  }) as unknown as QuestionView;

test("a carried answer waits to be confirmed; it is neither answered nor unanswered nor a gap", () => {
  const carried = question({ value: "partly", carried: "2025/26" });
  expect(shows("confirm", carried)).toBe(true);
  for (const filter of ["unanswered", "must", "unbacked"] as const)
    expect(shows(filter, carried)).toBe(false);
  expect(shows("unanswered", question({}))).toBe(true);
});

test("a gap at a must is a must rated below met; not applicable is none", () => {
  expect(shows("must", question({ value: "mostly" }))).toBe(true);
  expect(shows("must", question({ value: "partly", duty: "should" }))).toBe(false);
  expect(shows("must", question({ value: "not_applicable" }))).toBe(false);
});

test("met without a note and without an item is without evidence", () => {
  expect(shows("unbacked", question({ value: "met", note: "  " }))).toBe(true);
  expect(shows("unbacked", question({ value: "met", items: 1 }))).toBe(false);
  expect(shows("unbacked", question({ value: "partly" }))).toBe(false);
});

test("an action that is done is no open action", () => {
  expect(shows("action", question({ actions: ["done", "under_way"] }))).toBe(true);
  expect(shows("action", question({ actions: ["done", "dropped"] }))).toBe(false);
});

test("filters are counted together and found by their name", () => {
  const all = [
    question({ value: "met" }),
    question({ flag: true }),
    question({ value: "met", carried: "x" }),
  ];
  expect(counts(all)).toEqual({
    all: 3,
    unanswered: 1,
    confirm: 1,
    flagged: 1,
    must: 0,
    unbacked: 1,
    action: 0,
  });
  expect(filterNamed("must")).toBe("must");
  expect(filterNamed("nothing")).toBe("all");
});

import { expect, test } from "vitest";
import type { CaseAuditView, CaseItemView, CaseNoteView } from "../../api/wire";
import { differs, dissentLines, linesOf, readDissent, suggested, wholeNumber } from "./cases";

const note = (agency: string, grade: string | null, good = "", develop = ""): CaseNoteView => ({
  id: agency,
  agency,
  author: "A",
  grade,
  saw: "",
  good,
  develop,
  source: "typed",
});
const item = (id: string, notes: CaseNoteView[]): CaseItemView => ({
  item: id,
  called: id,
  notes,
  agreed: { grade: null, reason: "", dissent: [] },
});

test("lines are taken without blank ones, numbers only from 0 to 60", () => {
  expect(linesOf(" C-01 \n\n C-02")).toEqual(["C-01", "C-02"]);
  expect(["", "7", "60", "61", "x", "-1"].map(wholeNumber)).toEqual([0, 7, 60, null, null, null]);
});

test("who sees it otherwise goes out and comes back as it was, and a line of nobody is named", () => {
  const dissent = [{ agency: "Police", text: "we saw good: often" }];
  expect(readDissent(dissentLines(dissent), ["Police", "Health"])).toEqual({ dissent });
  expect(readDissent("police: good", ["Police"])).toEqual({ dissent: [{ agency: "Police", text: "good" }] });
  expect(readDissent("Good.", ["Police"])).toEqual({ fault: "Good." });
});

test("agencies differ where they graded in more than one way", () => {
  expect(differs(item("f1", [note("Police", "good"), note("Health", null)]))).toBe(false);
  expect(differs(item("f1", [note("Police", "good"), note("Health", "inadequate")]))).toBe(true);
});

test("what agencies noted is suggested until a point says it", () => {
  const view = {
    points: [{ kind: "good_practice", text: "Seen alone.", focus: "", agencies: [] }],
    focus: [{ id: "f1", name: "Prevention", look_for: "" }],
    cases: [{ number: "C-01", items: [item("f1", [note("Police", null, "Seen alone.", "Sooner.")])] }],
  } as unknown as CaseAuditView;
  expect(suggested(view)).toEqual([
    { kind: "area_for_development", text: "Sooner.", agency: "Police", number: "C-01", focus: "f1" },
  ]);
});

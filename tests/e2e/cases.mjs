// A case audit on the screen: begun from a tool, cases by number, forms of agencies out and in, discussed, learnt from; a dip sample; the programme.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, showSide, submit } from "./hands.mjs";
import { root } from "./processes.mjs";
import { until } from "./walk.mjs";

const PUT = "const one = document.getElementById(arguments[0]); one.value = arguments[1]; one.dispatchEvent(new Event('change', { bubbles: true }));";

/** Begins a partnership's file. */
export async function beginFile(screen, path) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await screen.click("button", "New round");
  await screen.fill("textbox", "Name of the partnership", "Sampleshire Safeguarding Partnership");
  await choose(screen, "Which audit tool?", "School safeguarding");
  await screen.click("button", "Choose where to save and begin");
  await screen.sees("What is next");
}

/** Begins an audit from a tool, refuses a name among its cases, and writes a form for each agency. */
export async function beginAudit(screen, folder, see) {
  mkdirSync(folder);
  await screen.evaluate("location.hash = '#/cases'");
  await onHeading(screen, "Case audits");
  await see("cases");
  await screen.click("button", "Begin a case audit");
  await screen.fill("textbox", "What is it called?", "Neglect, spring");
  await submit(screen);
  await onHeading(screen, "Neglect, spring");
  const audit = decodeURIComponent((await screen.evaluate("return location.hash")).split("/")[2]);
  const { plan, focus } = await inside(screen, "case_audit.show", { audit });
  const agencies = ["Children's social care", "Police", "Health", "Education"];
  const planned = { ...plan, why: "Neglect was the commonest theme of the year.", lead: "Audit lead", due: "2027-06-30", cases: 2, sittings: 1 };
  await inside(screen, "case_audit.plan", { audit, title: "Neglect, spring", plan: planned, focus: focus.slice(0, 2), agencies });
  await again(screen, audit, "Neglect, spring");
  await see("case-plan");
  await showSide(screen, "Cases");
  await screen.click("button", "Add cases");
  await screen.fill("textbox", "Numbers", "C-01\nElla");
  await submit(screen);
  await screen.sees("looks like a name");
  await screen.fill("textbox", "Numbers", "C-01\nC-02");
  await submit(screen);
  await screen.click("link", "C-02", { whole: true });
  await onHeading(screen, "Case C-02");
  await screen.click("button", "All cases of Neglect, spring");
  await onHeading(screen, "Neglect, spring");
  await screen.answer(folder);
  await screen.click("button", "Write agencies’ forms…");
  await screen.sees("Nothing was sent");
  assert.equal(readdirSync(folder).length, 4, "a form for each agency");
  return audit;
}

/** Goes away and back, so that what was done beside the page is asked for. */
async function again(screen, audit, heading) {
  await screen.evaluate("location.hash = '#/findings'");
  await onHeading(screen, "Findings");
  await screen.evaluate("location.hash = '#/case_audit/' + arguments[0]", audit);
  await onHeading(screen, heading);
}

/** Who fills in the form of each agency, and the grade given. */
const FILLED = [
  ["Children", "Social worker", "Good"],
  ["Education", "Head of year", "Good"],
  ["Health", "Named nurse", "Requires improvement"],
  ["Police", "Sergeant Sample", "Good"],
];

/** Reads the forms of four agencies, shows them beside each other, and closes the cases with the voice of the child. */
export async function formsIn(screen, folder, audit, see) {
  const forms = readdirSync(folder).map((name) => join(folder, name));
  for (const [agency, ...words] of FILLED) {
    const path = forms.find((one) => one.includes(agency));
    assert.ok(path, `there is a form for ${agency}`);
    execFileSync("python3", [join(root, "tests/e2e/fill-case-form.py"), path, ...words]);
  }
  await screen.answer(forms);
  await screen.click("button", "Read agencies’ forms…");
  await screen.sees("Forms that were read");
  await see("case-forms-read");
  await screen.click("link", "C-01", { whole: true });
  await onHeading(screen, "Case C-01");
  await screen.sees("Agencies differ");
  await see("audited-case");
  const { cases } = await inside(screen, "case_audit.show", { audit });
  assert.equal(cases[0].items[0].notes.length, FILLED.length, "all four agencies stand beside each other");
  await screen.click("button", "Close the case");
  await screen.sees("The voice of the child is missing");
  await screen.fill("textbox", "What is agreed on the voice of the child", "Slept badly and liked school; from the teacher and the nurse.");
  await screen.evaluate(PUT, "grade-2", "requires_improvement");
  await screen.click("button", "Save what was agreed");
  await until(screen, /Undo joint discussion/);
  await screen.click("button", "Close the case");
  await screen.sees("Closed on");
  await screen.click("button", "All cases of Neglect, spring");
  await onHeading(screen, "Neglect, spring");
  await see("case-list");
}

/** Takes up what an agency noted, approves the summary, writes the briefing and the extracts, and says who fed back. */
export async function toTheBriefing(screen, folder, audit, see) {
  mkdirSync(join(folder, "extracts"), { recursive: true });
  await showSide(screen, "Learning");
  await screen.click("button", /^Take up: /);
  await screen.fill("textbox", "Point", "One trusted adult saw the child alone.", { whole: true });
  await submit(screen);
  await screen.sees("One trusted adult saw the child alone.");
  for (const [key, text] of [["voices", "Children told us who stayed."], ["areas_for_development", "One chronology of all agencies."], ["happened_since", "A joint chronology is tried out."]])
    await inside(screen, "case_audit.words", { audit, key, text });
  await again(screen, audit, "Neglect, spring");
  await showSide(screen, "Learning");
  await see("case-learning");
  await showSide(screen, "Papers");
  await screen.fill("combobox", "Paper", "briefing");
  await screen.sees("The briefing waits until the learning summary is approved.");
  await inside(screen, "case_audit.approve", { audit, by: "Learning subgroup" });
  await again(screen, audit, "Neglect, spring");
  await showSide(screen, "Papers");
  await screen.fill("combobox", "Paper", "briefing");
  await screen.sees("One trusted adult saw the child alone.");
  await see("case-papers");
  await screen.answer(join(folder, "briefing.docx"));
  await screen.click("button", "Write the paper…");
  await screen.sees("Saved as a Word document.");
  await showSide(screen, "Agencies");
  await screen.answer(join(folder, "extracts"));
  await screen.click("button", "Write an extract for each agency…");
  await screen.sees("Nothing was sent: attach each");
  assert.equal(readdirSync(join(folder, "extracts")).length, 4);
  await inside(screen, "case_audit.sittings", { audit, sittings: [{ on: "2026-01-15", held: true, attendance: [{ agency: "Health", presence: "present", note: "Named nurse" }, { agency: "Police", presence: "absent", note: "No capacity" }] }] });
  await inside(screen, "case_audit.fed_back", { audit, agency: "Health", on: "2026-01-20", by: "Named nurse", how: "Team meeting" });
  await again(screen, audit, "Neglect, spring");
  await showSide(screen, "Agencies");
  await screen.sees("Team meeting");
  await see("case-agencies");
}

/** Draws a dip sample, answers for a case, and plans a peer review in the programme. */
export async function dipAndProgramme(screen, see) {
  await screen.evaluate("location.hash = '#/cases'");
  await onHeading(screen, "Case audits");
  await screen.click("button", "Begin a dip sample");
  await screen.fill("textbox", "What is it called?", "Threshold guidance");
  await submit(screen);
  await onHeading(screen, "Threshold guidance");
  await screen.click("button", "Add a question");
  await screen.fill("textbox", "Question 1", "Was the threshold applied?");
  await see("dip-plan");
  await screen.click("button", "Save", { whole: true });
  await until(screen, /Undo plan of a dip sample/);
  await showSide(screen, "Cases");
  await screen.click("button", "Draw cases");
  await screen.fill("textbox", "Numbers to draw from", Array.from({ length: 12 }, (_, at) => `C-${101 + at}`).join("\n"));
  await screen.fill("textbox", "How many", "3");
  await submit(screen);
  await screen.sees("Drawn again just now: the same cases.");
  await screen.click("button", /^Answer for case/);
  await screen.fill("combobox", "Was the threshold applied?", "partly");
  await submit(screen);
  await screen.sees("Partly");
  await see("dip-cases");
  await showSide(screen, "Counts");
  await see("dip-counts");
  await screen.click("link", "Programme", { whole: true });
  await onHeading(screen, "Audit programme");
  const { from } = await inside(screen, "programme.show");
  await inside(screen, "programme.save", { said: { kind: "peer_review", title: "Peers look at the front door", on: from, lead: "Quality lead" }, from });
  await screen.evaluate("location.hash = '#/findings'");
  await onHeading(screen, "Findings");
  await screen.evaluate("location.hash = '#/programme'");
  await onHeading(screen, "Audit programme");
  await screen.sees("Peers look at the front door");
  await see("programme");
}

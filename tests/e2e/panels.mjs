// A panel season on the screen: drawn, one replaced, three sessions prepared, forms read, findings written down, letters.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, putDate, showSide, submit, when } from "./hands.mjs";
import { ended } from "./partnership.mjs";
import { built, root } from "./processes.mjs";
import { toSession } from "./room.mjs";
import { until } from "./walk.mjs";

/** Makes a sample partnership that is large enough for a panel season; its file. */
export function season(folder) {
  const out = join(folder, "season");
  const said = execFileSync(join(built, "debug/attest"), ["--json", "demo", out, "--settings", "60"], { cwd: root });
  return JSON.parse(said);
}

/** Takes in what came back to the sample and accepts all of it that is clean. */
export async function takeAllIn(screen, made) {
  await screen.answer(made.returned);
  await inside(screen, "intake.folder");
  await ended(screen);
  const { batch } = await inside(screen, "intake.latest");
  await inside(screen, "intake.accept_clean", { batch: batch.id });
  await again(screen, "panels", "Panels");
}

/** Goes away and back, so that what was done beside the page is asked for. */
async function again(screen, place, heading) {
  await screen.evaluate("location.hash = '#/findings'");
  await onHeading(screen, "Findings");
  await screen.evaluate("location.hash = '#/' + arguments[0]", place);
  await onHeading(screen, heading);
}

/** Opens the file and looks at the season that it holds. */
export async function openSeason(screen, made, see) {
  await screen.answer(made.file);
  await screen.click("button", "Open a file");
  await screen.click("link", "Panels", { whole: true });
  await onHeading(screen, "Panels");
  await see("panels-sessions");
  await takeAllIn(screen, made);
  for (const side of ["Picked by hand", "Agreement", "Sample"]) {
    await showSide(screen, side);
    await see(`panels-${side.toLowerCase().replaceAll(" ", "-")}`);
  }
}

/** Draws a second sample by other rules, and has the first of it declined. */
export async function drawAndReplace(screen, see) {
  await screen.fill("textbox", "Name of the sample", "Second sample: the first was not representative");
  await choose(screen, "How many?", "A number");
  await screen.fill("textbox", "How many settings", "12");
  // Who has returned is drawn, and always the same: what follows needs three of them who were not met yet.
  await screen.fill("combobox", "It speaks for", "returned");
  await screen.fill("textbox", "Seed", "2026");
  await screen.click("button", "Look at the groups");
  await until(screen, /12 of \d+ would be met/);
  await see("sample-groups");
  await screen.click("button", "Draw the sample");
  await screen.sees("Draw the sample now?");
  await submit(screen);
  await until(screen, /Second sample/);
  const before = (await inside(screen, "draw.show")).samples[0];
  const first = before.chosen.find((one) => one.seat === "drawn");
  await screen.click("button", `${first.name} will not be met`);
  await screen.fill("textbox", "Why", "Inspected in that week.");
  await screen.click("button", "Save", { whole: true });
  await until(screen, /took its place/);
  await see("sample-replaced");
  const after = (await inside(screen, "draw.show")).samples[0];
  const met = (view) => view.chosen.filter((one) => !one.seat.declined).length;
  assert.equal(met(after), met(before), "a reserve took the place");
  assert.equal(after.same_again, true);
  return after;
}

/** Plans a session with each of three who were drawn and have returned; the first is rated alone before it is rated together. */
export async function prepare(screen, see) {
  const [first, ...others] = await drawnAndReturned(screen, 3);
  const { picks } = await inside(screen, "draw.show");
  if (!picks.some((one) => one.setting === first.setting)) {
    await inside(screen, "draw.pick", { setting: first.setting, why: "asked", reason: "Drawn and picked: it is listed once." });
  }
  await again(screen, "panels", "Panels");
  const sessions = [await planned(screen, first, "alone_first")];
  for (const one of others) sessions.push(await planned(screen, one, "together"));
  await toSession(screen, sessions[0]);
  for (const side of ["Plan", "People", "What to ask"]) {
    await showSide(screen, side);
    await see(`panel-${side.toLowerCase().replaceAll(" ", "-")}`);
  }
  return sessions;
}

/** So many of the last sample who are to be met, whose return is accepted, and who have no session. */
async function drawnAndReturned(screen, many) {
  const { samples } = await inside(screen, "draw.show");
  const returned = new Set(
    (await inside(screen, "round.show")).settings.filter((one) => one.state === "accepted").map((one) => one.setting),
  );
  const known = new Set((await inside(screen, "panel.list")).sessions.map((one) => one.setting));
  const drawn = samples[0].chosen.filter((one) => !one.seat.declined && returned.has(one.setting) && !known.has(one.setting));
  assert.ok(drawn.length >= many, `${drawn.length} of those drawn have returned and have no session`);
  return drawn.slice(0, many);
}

const PANEL = [
  ["Drew Sample", "police"],
  ["Ash Example", "health"],
  ["Alex Example", "local_authority"],
];

/** Plans one session on the screen; its panel and its questions are as in any other. */
async function planned(screen, { name }, rated_by) {
  await screen.evaluate("location.hash = '#/panels'");
  await onHeading(screen, "Panels");
  await screen.click("button", `Plan a session with ${name}`, { whole: true });
  await putDate(screen, "Day", when(0));
  await screen.click("button", "Plan it");
  await onHeading(screen, name);
  const session = decodeURIComponent((await screen.evaluate("return location.hash")).split("/")[2]);
  const { proposed, questions, plan } = await inside(screen, "panel.show", { session });
  const chosen = proposed.length > 2 ? proposed : questions.slice(0, 4).map((one) => one.line.question);
  await inside(screen, "panel.plan", { session, plan: { ...plan, rated_by, questions: chosen } });
  const people = PANEL.map(([who, agency]) => ({
    name: who,
    agency,
    role: "",
    side: "panel",
    duty: "member",
    presence: "asked",
    why: "",
    conflict: "",
  }));
  await inside(screen, "panel.people", { session, people });
  return { session, name };
}

/** Writes the invitation, packs and note forms of the session that is open. */
export async function writeForms(screen, folder) {
  mkdirSync(folder);
  await screen.answer(folder);
  await screen.click("button", "Write forms and packs…");
  await screen.sees("Nothing was sent");
  assert.equal(readdirSync(folder).length, 7, "an invitation, and a pack and a form for each of three");
}

/** Reads the forms of two members, filled in as they would; shows them side by side once they are revealed. */
export async function readForms(screen, folder, met, see) {
  const { session } = met;
  const forms = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .slice(0, 2)
    .map((name) => join(folder, name));
  for (const [at, form] of forms.entries()) fillIn(form, at);
  await screen.click("button", "All sessions");
  await onHeading(screen, "Panels");
  await screen.answer(forms);
  await screen.click("button", "Read note forms…");
  await screen.sees("Forms that were read");
  await until(screen, /notes? new/);
  await see("forms-read");
  const before = await inside(screen, "panel.show", { session });
  assert.deepEqual(before.member_notes, [], "what they rated is hidden");
  await toSession(screen, met);
  await showSide(screen, "Record");
  await screen.click("button", "Reveal what members rated");
  await submit(screen);
  await screen.sees("Revealed on");
  await see("panel-record");
  const after = await inside(screen, "panel.show", { session });
  assert.ok(after.member_notes.length >= 2, "both members' notes are there");
  assert.equal(new Set(after.member_notes.map((note) => note.member)).size, 2);
}

/** Types a note and a rating into a form, as its member would in a program of their own. */
function fillIn(path, at) {
  execFileSync("python3", [join(root, "tests/e2e/fill-form.py"), path, String(at)]);
}

/** Writes down at each session what was found, with its theme, and what was agreed; marks it as held. */
export async function concluded(screen, sessions, theme, see) {
  for (const [at, met] of sessions.entries()) {
    await toSession(screen, met);
    await showSide(screen, "Findings and actions");
    await found(screen, FOUND[at], theme);
    await screen.click("button", "Add an action");
    await screen.fill("textbox", "What is to be done", "Bring the log up to date");
    await screen.click("button", "Save", { whole: true });
    await screen.sees("Bring the log up to date");
    if (at === 0) await see("panel-findings");
    await screen.click("button", "Mark as held");
    await showSide(screen, "Outcome");
    await screen.sees("What did it come to?");
    if (at === 0) await see("panel-outcome");
  }
}

const FOUND = [
  "Minutes say what was asked, not what was answered.",
  "The board asks about training and hears no figures.",
  "Challenge is by word of mouth.",
];

async function found(screen, words, theme) {
  await screen.click("button", "Record a finding", { whole: true });
  await screen.click("radio", "Area for development");
  await screen.fill("textbox", "Finding", words, { whole: true });
  await screen.click("button", "Record the finding");
  await screen.click("button", `Themes and permission of: ${words}`);
  await screen.fill("textbox", "Themes", theme);
  await screen.click("button", "Save", { whole: true });
  await screen.sees(theme);
}

/** Writes the letters to head and chair of every session in one job. */
export async function letters(screen, folder, sessions) {
  mkdirSync(folder);
  await screen.click("button", "All sessions");
  await onHeading(screen, "Panels");
  for (const { name } of sessions) await screen.click("checkbox", `Write letters to ${name}`);
  await screen.answer(folder);
  await screen.click("button", "Write letters…");
  await ended(screen);
  assert.equal(readdirSync(folder).length, 3 * sessions.length, "to each head, to each chair, and each feedback file");
}

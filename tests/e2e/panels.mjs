// A panel season on the screen: drawn, one replaced, a session prepared, held in the room by key, forms read, letters.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, putDate, seen, when } from "./hands.mjs";
import { ended } from "./partnership.mjs";
import { built, root } from "./processes.mjs";
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
    await screen.click("button", side, { whole: true });
    await seen(screen, "return [...document.querySelectorAll('[aria-pressed=true]')].some((one) => one.textContent.includes(arguments[0]))", `${side} is not shown`, side);
    await see(`panels-${side.toLowerCase().replaceAll(" ", "-")}`);
  }
}

/** Draws a second sample by other rules, and has the first of it declined. */
export async function drawAndReplace(screen, see) {
  await screen.fill("textbox", "Name of the sample", "Second sample: the first was not representative");
  await choose(screen, "How many?", "A number");
  await screen.fill("textbox", "How many settings", "6");
  await screen.click("button", "Look at the groups");
  await until(screen, /6 of \d+ would be met|\d+ of \d+ would be met/);
  await see("sample-groups");
  await screen.click("button", "Draw the sample");
  await screen.sees("Draw the sample now?");
  await screen.evaluate("document.querySelector('dialog[open] button[type=submit]').click()");
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

/** Plans a session with one who was drawn and has returned, names its panel, and writes its forms. */
export async function prepare(screen, folder, see) {
  mkdirSync(folder);
  const { samples } = await inside(screen, "draw.show");
  const returned = new Set((await inside(screen, "round.show")).settings.filter((one) => one.state === "accepted").map((one) => one.setting));
  const known = new Set((await inside(screen, "panel.list")).sessions.map((one) => one.setting));
  const drawn = samples[0].chosen.find((one) => !one.seat.declined && returned.has(one.setting) && !known.has(one.setting));
  assert.ok(drawn, "one of those drawn has returned and has no session");
  const { picks } = await inside(screen, "draw.show");
  if (!picks.some((one) => one.setting === drawn.setting)) {
    await inside(screen, "draw.pick", { setting: drawn.setting, why: "asked", reason: "Drawn and picked: it is listed once." });
  }
  await again(screen, "panels", "Panels");
  await screen.click("button", "Sessions", { whole: true });
  await screen.click("button", `Plan a session with ${drawn.name}`);
  await putDate(screen, "Day", when(0));
  await screen.click("button", "Plan it");
  await onHeading(screen, drawn.name);
  const session = decodeURIComponent((await screen.evaluate("return location.hash")).split("/")[2]);
  await see("panel-plan");
  const { proposed, questions } = await inside(screen, "panel.show", { session });
  const { plan } = await inside(screen, "panel.show", { session });
  const chosen = proposed.length > 2 ? proposed : questions.slice(0, 4).map((one) => one.line.question);
  await inside(screen, "panel.plan", { session, plan: { ...plan, rated_by: "alone_first", questions: chosen } });
  const person = (name, agency) => ({ name, agency, role: "", side: "panel", duty: "member", presence: "asked", why: "", conflict: "" });
  await inside(screen, "panel.people", { session, people: [person("Drew Sample", "police"), person("Ash Example", "health"), person("Alex Example", "local_authority")] });
  await again(screen, `panel/${session}`, drawn.name);
  for (const side of ["People", "What to ask"]) {
    await screen.click("button", side, { whole: true });
    await see(`panel-${side.toLowerCase().replaceAll(" ", "-")}`);
  }
  await screen.answer(folder);
  await screen.click("button", "Write forms and packs…");
  await screen.sees("Nothing was sent");
  assert.equal(readdirSync(folder).length, 7, "an invitation, and a pack and a form for each of three");
  return { session, name: drawn.name };
}

/** Records three views in the room by keys alone; type and contrast are large enough for a shared display. */
export async function inTheRoom(screen, session, see) {
  await screen.click("button", "Show in the room");
  await screen.sees("An immediate concern about a child is not for the panel.");
  const small = await screen.evaluate(SMALL);
  assert.deepEqual(small, [], "nothing in the room is set smaller than 32 px");
  assert.deepEqual(await screen.evaluate(FAINT), [], "every contrast in the room is at least 7:1");
  const text = await screen.text();
  const { setting, people } = await inside(screen, "panel.show", { session });
  for (const name of [setting.name, ...people.map((one) => one.name)]) assert.ok(!text.includes(name), `${name} is hidden`);
  await see("room");
  await screen.press("a");
  await screen.sees("Kept: Agrees");
  await screen.press("ArrowRight");
  await screen.sees("2 of");
  await screen.press("n");
  await screen.sees("Kept: Not tested");
  await screen.press("u");
  await screen.sees("Taken back");
  await screen.press("l");
  await screen.sees("Why? Then Enter");
  for (const letter of "the log stops in spring") await screen.press(letter === " " ? "Space" : letter);
  await see("room-reason");
  await screen.press("Enter");
  await screen.sees("Kept: Lower");
  await screen.press("Escape");
  await seen(screen, "return location.hash.startsWith('#/panel/')", "Escape does not leave the room");
  const { questions } = await inside(screen, "panel.show", { session });
  const views = questions.filter((one) => one.view).map((one) => one.view.sees);
  assert.deepEqual(views.sort(), ["agrees", "lower"]);
}

const SMALL = `
const texts = [...document.querySelectorAll(".room *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
return texts.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 32).map((one) => one.textContent.trim().slice(0, 40));`;
const FAINT = `
const part = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)); return 0.2126 * x + 0.7152 * y + 0.0722 * z; };
const ground = (one) => { for (let at = one; at; at = at.parentElement) { const colour = part(getComputedStyle(at).backgroundColor); if (colour.length < 4 || colour[3] > 0) return colour; } return [255, 255, 255]; };
const texts = [...document.querySelectorAll(".room *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
const ratio = (one) => { const [a, b] = [light(part(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
return texts.filter((one) => ratio(one) < 7).map((one) => one.textContent.trim().slice(0, 40) + " " + ratio(one).toFixed(1));`;

/** Reads the forms of two members, filled in as they would; shows them side by side once they are revealed. */
export async function readForms(screen, folder, session, see) {
  const forms = readdirSync(folder).filter((name) => name.endsWith(".xlsx")).slice(0, 2).map((name) => join(folder, name));
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
  await screen.evaluate("location.hash = '#/panel/' + arguments[0]", session);
  await onHeading(screen, before.setting.name);
  await screen.click("button", "Record", { whole: true });
  await screen.click("button", "Reveal what members rated");
  await screen.evaluate("document.querySelector('dialog[open] button[type=submit]').click()");
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

/** Agrees an action, marks the session as held, and writes the letters to head and chair. */
export async function letters(screen, folder, session, name, see) {
  mkdirSync(folder);
  await screen.click("button", "Findings and actions", { whole: true });
  await screen.click("button", "Add an action");
  await screen.fill("textbox", "What is to be done", "Bring the log up to date");
  await screen.click("button", "Save", { whole: true });
  await screen.sees("Bring the log up to date");
  await see("panel-findings");
  await screen.click("button", "Mark as held");
  await screen.click("button", "Outcome", { whole: true });
  await see("panel-outcome");
  await screen.click("button", "All sessions");
  await onHeading(screen, "Panels");
  await screen.click("checkbox", `Write letters to ${name}`);
  await screen.answer(folder);
  await screen.click("button", "Write letters…");
  await ended(screen);
  assert.equal(readdirSync(folder).length, 3, "to the head, to the chair, and the feedback file");
}

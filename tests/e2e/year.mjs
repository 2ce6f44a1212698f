// The steps of a setting's year, for any screen that can be driven: answer, show evidence, check, sign, send.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

import { choose, inPage, inside, onHeading, putDate, seen, when } from "./hands.mjs";
import { built, root } from "./processes.mjs";
import { until } from "./walk.mjs";

/** A side of the file, by its name in the navigation; its heading has the focus then. */
export async function goTo(screen, side, heading = side) {
  await screen.click("link", side, { whole: true });
  await onHeading(screen, heading);
}

const CONTENTS = "return Boolean(document.querySelector('nav[aria-label=\"Questions of this audit\"]'))";
const ON_STANDARD = "return document.querySelector('h1').textContent.trim().replace(/^\\S+ /, '').startsWith(arguments[0])";

/** A question by its standard and its printed number, through the contents. */
export async function openQuestion(screen, standard, number) {
  if (!(await screen.evaluate(CONTENTS))) await screen.click("link", "Audit", { whole: true });
  await seen(screen, CONTENTS, "the contents of the audit are not there");
  if (!(await screen.evaluate(ON_STANDARD, standard))) {
    await screen.click("link", standard);
    await onHeading(screen, standard);
  }
  await screen.click("link", `Evidence and details of ${number}`, { whole: true });
  await onHeading(screen, number);
}

/** Begins an audit from the first screen, as a kind of setting. */
export async function begin(screen, { kind, name, label, path, round }) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await screen.click("button", "New audit");
  await onHeading(screen, "New audit");
  await choose(screen, "What are you?", kind);
  await screen.fill("textbox", label, name, { whole: true });
  await screen.fill("textbox", "Which round is this for?", round);
  await screen.click("button", "Choose where to save and begin");
  await onHeading(screen, name);
}

/** Says when the board meets and when the return is due, and sees the dates planned back from there. */
export async function planDates(screen, meeting, days) {
  await screen.click("button", "Change dates");
  await putDate(screen, meeting, when(days.meeting));
  await putDate(screen, "Return due", when(days.due));
  await screen.click("button", "Save dates");
  await screen.sees("Planned back from there");
  await screen.sees("Begin the sign-off");
}

/** Rates the question that is open by a level's label, and writes what shows it. */
export async function rate(screen, number, level, note = "") {
  await choose(screen, "How far is this in place?", level);
  await screen.sees(`Undo rating of ${number}`);
  if (note) await screen.fill("textbox", "Evidence and commentary", note);
}

/** Adds an item of evidence beside the question that is open. */
export async function addEvidence(screen, title, place) {
  await screen.click("button", "Add evidence");
  await screen.fill("textbox", "What is it?", title);
  await screen.fill("textbox", "Where is it kept?", place);
  await screen.click("button", "Add this evidence");
  await screen.find("button", `Take away: ${title}`);
}

/** Links an item that is in the list already, instead of typing it again. */
export async function shareEvidence(screen, title) {
  await screen.click("button", "Add evidence");
  await screen.fill("textbox", "What is it?", title.slice(0, 8));
  await screen.sees("Already in your list:");
  await screen.click("button", title);
  await screen.find("button", `Take away: ${title}`);
}

/** Adds an action beside the question that is open. */
export async function addAction(screen, title, owner, due) {
  await screen.click("button", "Add an action");
  await screen.fill("textbox", "What is to be done?", title);
  await screen.fill("textbox", "Who will see to it?", owner);
  await putDate(screen, "By when?", due);
  await screen.click("button", "Add this action");
  await screen.find("button", `Mark as done: ${title}`);
}

/** Answers a question that is no rating, by its kind, and goes on; gives what the file holds then. */
export async function answerKind(screen, { standard, number, question, kind, value }) {
  await openQuestion(screen, standard, number);
  if (kind === "date") await putDate(screen, "Answer", value);
  else if (kind === "choice") await choose(screen, "Answer", value);
  else await screen.fill("textbox", "Answer", value, { whole: true });
  await goTo(screen, "Home", "Example");
  return held(screen, question);
}

/** What the file holds as the answer to a question. */
export async function held(screen, question) {
  return inPage(screen, HELD, question);
}

const HELD = `
for (const { id } of (await call("home.show", {})).standards)
  for (const one of (await call("standard.show", { standard: id })).questions)
    if (one.id === given[0]) return one.answer.value;
return null;`;

/** Answers what is still blank, through the page's own way to the core: a legal duty as met, with a note. */
export async function answerRest(screen, { kept = [] } = {}) {
  const { standards } = await inside(screen, "home.show");
  for (const { id } of standards) await inPage(screen, REST, id, kept, when(-70));
}

/** Sees that nothing is left to close before somebody signs. */
export async function noGaps(screen) {
  const { gaps } = await inside(screen, "check.show");
  assert.deepEqual(gaps.filter((gap) => gap.weight === "gap").map((gap) => gap.message), []);
}

const REST = `
const [standard, kept, date] = given;
const texts = { yes_no: "yes", number: "3", date, text: "As agreed by the board." };
for (const one of (await call("standard.show", { standard })).questions) {
  if ((one.answer.value && !one.answer.carried_from) || kept.includes(one.id)) continue;
  const { id: question, kind, duty, levels, choices } = one;
  const wanted = duty === "must" ? "met" : "mostly";
  const found = levels.find(({ level }) => level.meaning === wanted) ?? levels[0];
  if (found) await call("answer.rate", { question, level: found.level.code });
  if (found && duty === "must") await call("answer.write", { question, field: "note", text: "Seen and dated this term." });
  if (!found) await call("answer.write", { question, field: "value", text: texts[kind] ?? choices[0] });
}`;

/** Records a question that was asked about the audit, and its reply. */
export async function challenge(screen, { asked, by, role, reply, replier }) {
  await screen.click("button", "Questions and replies");
  await onHeading(screen, "Questions and replies");
  await screen.click("button", "Record a question");
  await screen.fill("textbox", "What was asked", asked);
  await screen.fill("textbox", "Who asked", by);
  await screen.fill("textbox", "Role", role);
  await screen.click("button", "Keep this question");
  await screen.sees("Waits for a reply");
  await screen.click("button", `Reply to: ${asked}`);
  await screen.fill("textbox", "The reply", reply);
  await screen.fill("textbox", "Who replied", replier);
  await screen.click("button", "Keep this reply");
  await screen.sees("Replied");
  await screen.sees(reply);
}

const SIGNED = "return document.querySelectorAll('#main li.step')[arguments[0]]?.textContent.includes(`${arguments[1]}, `)";

/** Signs the steps in their order; the board's step has a meeting and a minute. Gives the code. */
export async function signAll(screen, signers) {
  for (const [at, { name, minute }] of signers.entries()) {
    await screen.sees(`Step ${at + 1} of ${signers.length}`);
    await screen.fill("textbox", "Name of the person who signs", name);
    if (minute) {
      await screen.fill("textbox", "Minute reference", minute);
      await putDate(screen, "Date of its meeting", when(-1));
    }
    await screen.click("button", "Record this signature");
    await seen(screen, SIGNED, `step ${at + 1} is not signed`, at, name);
  }
  await screen.sees("Everybody has signed");
  await screen.sees("Matches: this file says what was signed.");
  return codeOf(screen);
}

/** The sign-off code as it is shown. */
export async function codeOf(screen) {
  const code = await screen.evaluate("return [...document.querySelectorAll('section[aria-labelledby=code] code')].map((one) => one.textContent).join('-')");
  assert.match(code, /^[0-9A-Z]{2,}(-[0-9A-Z]{2,})+/, "a code is shown");
  return code;
}

/** Types a code from paper and sees whether it matches. */
export async function comparePaper(screen, code) {
  await screen.fill("textbox", "Code on the page", code.toLowerCase());
  await screen.click("button", "Compare", { whole: true });
  await screen.sees("The page and this file say the same.");
}

/** Asks to take the sign-off back, is told what that means, and gives the reason. */
export async function takeBack(screen, reason) {
  await screen.click("button", "Take the sign-off back");
  await screen.sees("This cannot be undone.");
  await screen.fill("textbox", "Why?", reason);
  await screen.click("button", "Take it back", { whole: true });
  await until(screen, /Each person signs in turn/);
}

/** Writes the return from the Send page: the sentence there, the mail with the code, the workbook as the reader reads it. */
export async function send(screen, path, code) {
  await goTo(screen, "Send");
  await screen.sees("Signed off");
  await screen.answer(path);
  await screen.click("button", "Write ");
  await screen.sees("Saved as a return file. Now send it to");
  const mail = await screen.evaluate("return document.getElementById('send-text').value");
  assert.match(mail, /our signed-off return/);
  assert.ok(mail.includes(code), `the mail says the code ${code}: ${mail}`);
  return readReturn(path);
}

/** A return as the command line reads it. */
export function readReturn(path) {
  assert.ok(statSync(path).size > 20_000, "the workbook is there");
  const said = execFileSync(join(built, "debug/attest"), ["return", "read", "--json", path], { cwd: root, maxBuffer: 64 << 20 });
  return JSON.parse(said)["return"];
}

// The two walks through the house, for any screen that can be driven: a setting's and a partnership's.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { choose } from "./hands.mjs";
import { built, root } from "./processes.mjs";

/** Looks at a screen: no fault that axe finds; a picture where one is wanted. */
export async function look(screen, name, { shots } = {}) {
  await screen.quiet?.();
  await settled(screen);
  // Scrolled, the bar at the top stands over part of what is beneath it; that is no fault of either.
  await screen.evaluate("window.scrollTo(0, 0)");
  const from = Date.now();
  assert.deepEqual(await screen.axe(), [], `axe on ${name}`);
  if (process.env.ATTEST_SHOTS) console.log(`axe on ${name}: ${Date.now() - from} ms`);
  if (shots) await screen.shot(join(shots, `${name}.png`));
}

/** Waits until the text of the screen fits: a list beside what was changed follows a moment later. */
export async function until(screen, pattern) {
  for (let waited = 0; waited < 100; waited += 1) {
    if (pattern.test(await screen.text())) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.match(await screen.text(), pattern);
}

/** Waits until colours stand still: half way through a change a contrast means nothing. */
export async function settled(screen) {
  const moving =
    "return document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity).length";
  for (let waited = 0; waited < 20; waited += 1) {
    if ((await screen.evaluate(moving)) === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Begins a school's audit from the first screen. */
export async function beginAudit(screen, path) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await screen.click("button", "New audit");
  await screen.fill("textbox", "Name of the school", "Example Primary School");
  await screen.fill("textbox", "URN", "900001");
  await screen.click("button", "Choose where to save and begin");
  await screen.sees("Begin with the first question");
}

/** Rates three questions, writes evidence, takes one rating back. */
export async function rateThree(screen, see) {
  await screen.click("button", "Begin with the first question");
  await screen.sees("Question 1 of");
  await see("question");
  await screen.click("radio", "Met");
  await screen.sees("Undo rating of A1");
  await screen.fill("textbox", "Evidence and commentary", "Minutes of the autumn board meeting, item 5.");
  await screen.press("Control+Enter");
  await screen.sees("Question 2 of");
  await screen.click("radio", "Partly met");
  await screen.sees("Undo rating of A2");
  await screen.click("button", "Next question");
  await screen.sees("Question 3 of");
  await screen.click("radio", "Not met");
  await screen.sees("Undo rating of A3");
  await screen.sees("This answer still needs");
  await see("question-rated");
  await screen.click("button", "Undo rating of A3");
  await screen.sees("Redo rating of A3");
  await until(screen, /A3\s+Not answered/);
}

/** Closes the file and sees it among the recent ones. */
export async function closeFile(screen) {
  await screen.click("button", "Close file");
  await screen.sees("Recent files");
}

/** Opens the file again: what was answered is there, and nothing more. */
export async function openAgain(screen, name, see) {
  await screen.click("button", name);
  await until(screen, /Looked at\s+2 of \d{3}/);
  await see("home");
  await screen.click("link", "Leadership and governance");
  await screen.sees("Questions for governors to ask");
  await see("standard");
}

/** Writes the return and sees that it is there. */
export async function writeReturn(screen, path) {
  await screen.click("link", "Home", { whole: true });
  await screen.sees("Write the return");
  await screen.answer(path);
  await screen.click("button", "Write the return");
  await screen.sees("Saved as a return file");
  assert.ok(statSync(path).size > 20_000, "the workbook is there");
  const said = execFileSync(join(built, "debug/attest"), ["return", "read", "--json", path], { cwd: root });
  const answers = JSON.parse(said)["return"].answers.filter((answer) => answer.value !== null);
  assert.deepEqual(
    answers.map((answer) => [answer.question, answer.value, answer.note]),
    [["school.a1", "met", "Minutes of the autumn board meeting, item 5."], ["school.a2", "partly", ""]],
  );
}

/** A folder with three returns of made-up schools, written by the command line. */
export function threeReturns(folder) {
  const out = join(folder, "demo");
  execFileSync(join(built, "debug/attest"), ["demo", out, "--settings", "3"], { cwd: root, stdio: "pipe" });
  assert.equal(readdirSync(join(out, "returned"), { recursive: true }).filter((name) => name.endsWith(".xlsx")).length, 3);
  return join(out, "returned");
}

/** Begins a round and puts three schools on its register. */
export async function beginRound(screen, path, see) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await screen.click("button", "New round");
  await screen.fill("textbox", "Name of the partnership", "Sampleshire Safeguarding Partnership");
  await choose(screen, "Which audit tool?", "School safeguarding");
  await see("new-round");
  await screen.click("button", "Choose where to save and begin");
  await screen.sees("What is next");
  await see("handover-empty");
  await screen.click("link", "Register", { whole: true });
  await screen.sees("No schools or organisations in the register yet");
  await see("round-empty");
  const schools = [["Example Primary School", "900001"], ["Sampleton High School", "900002"], ["Placename Special School", "900003"]];
  await screen.click("button", "Add to the register");
  for (const [name, urn] of schools) {
    await screen.fill("textbox", "Name", name);
    await screen.fill("textbox", "URN", urn);
    await screen.click("button", "Add and enter another");
    await screen.sees(`${name} is in the register`);
  }
  await screen.click("button", "Cancel");
}

/** Takes three returns in, accepts them, sees the table. */
export async function takeIn(screen, folder, see) {
  await screen.click("link", "Post room", { whole: true });
  await screen.sees("Nothing counts in a figure before you accept it");
  await screen.answer(folder);
  await screen.click("button", "Take in a folder");
  await screen.sees("Accept all 3 clean ones", 30_000);
  await see("intake");
  await screen.click("button", "Accept all 3 clean ones");
  await screen.sees("Accepted");
  await screen.click("link", "Analysis", { whole: true });
  await screen.click("link", "Standards", { whole: true });
  await screen.sees("Result per standard");
  await until(screen, /self-assessed/i);
  await see("analysis");
}

/** Records one finding with the panel's rating beside the school's own. */
export async function recordFinding(screen, see) {
  await screen.click("link", "Register", { whole: true });
  await screen.sees("Example Primary School");
  await see("round");
  await screen.click("link", "Returns", { whole: true });
  await screen.sees("returns shown");
  await see("returns");
  await screen.click("link", "Example Primary School");
  await screen.sees("Leadership and governance");
  await see("return");
  await screen.click("button", "Record a finding on A1");
  await screen.click("radio", "Area for development");
  await screen.fill("textbox", "Finding", "Reports reach the board; what it changed because of them is not shown.", { whole: true });
  await screen.click("radio", "Mostly met");
  await screen.fill("textbox", "Reason for the panel’s rating", "Minutes show reports received; no challenge is recorded.");
  await see("finding");
  await screen.click("button", "Record the finding");
  await screen.sees("Panel’s rating differs");
  await screen.click("button", "Back to the returns");
  await screen.click("link", "Findings");
  await screen.sees("Reports reach the board");
  await see("findings");
}

/** Writes table and findings to Excel. */
export async function writeRound(screen, path) {
  await screen.click("link", "Register");
  await screen.sees("Write to Excel");
  await screen.answer(path);
  await screen.click("button", "Write to Excel");
  await screen.sees("Saved");
  for (let waited = 0; !existsSync(path) && waited < 50; waited += 1) await new Promise((done) => setTimeout(done, 100));
  assert.ok(statSync(path).size > 5_000, "the report is there");
}

const FOCUSED =
  "const e = document.activeElement; const l = e.labels?.[0]?.textContent; return (l ?? e.getAttribute('aria-label') ?? e.textContent ?? '').replace(/\\s+/g, ' ').trim()";

/** Presses Tab until the focus is on what is named, as somebody without a mouse would. */
export async function tabTo(screen, name) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if ((await screen.evaluate(FOCUSED)).includes(name)) return;
    await screen.press("Tab");
  }
  assert.fail(`“${name}” is not reached by Tab; the focus is on “${await screen.evaluate(FOCUSED)}”`);
}

/** Types a text key by key. */
export async function typeKeys(screen, text) {
  for (const key of text) await screen.press(key === " " ? "Space" : key);
}

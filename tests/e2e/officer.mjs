// An officer's round from the first list to the last reminder: everything here is done on the screen.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { choose, comes, inside, onHeading, putDate, seen, showSide, when } from "./hands.mjs";
import { ended, focusGrid, rows, sendOneBack } from "./partnership.mjs";
import { tabTo, typeKeys, until } from "./walk.mjs";

/** Begins a round and takes the schools of a national list into its register. */
export async function register(screen, path, list, see) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await screen.click("button", "New round");
  await screen.fill("textbox", "Name of the partnership", "Sampleshire Safeguarding Partnership");
  await choose(screen, "Which audit tool?", "School safeguarding");
  await screen.click("button", "Choose where to save and begin");
  await screen.sees("What is next");
  await screen.evaluate("location.hash = '#/register'");
  await screen.sees("No schools or organisations in the register yet");
  await screen.answer(list);
  await screen.click("button", "Open a list…");
  await onHeading(screen, "A list for the register");
  await screen.sees("Which of them are yours?");
  await see("list-open");
  await screen.click("button", "Show what would change");
  await screen.sees("What would change");
  await see("list-difference");
  await screen.click("button", /^Take \d+ changes/);
  await onHeading(screen, "Register");
  await until(screen, /\d+ of \d+ lines shown/);
}

/** Issues a workbook to everybody into a folder; each is there. */
export async function issue(screen, folder, see) {
  mkdirSync(folder);
  await screen.evaluate("location.hash = '#/issue'");
  await onHeading(screen, "Issue");
  await screen.answer(folder);
  await screen.click("button", /^Issue \d+ workbooks/);
  await screen.click("button", "I know; issue it all the same");
  await ended(screen);
  await until(screen, /Not issued 0/);
  await see("issued");
  const asked = (await inside(screen, "issue.show")).expected;
  assert.equal(readdirSync(folder).filter((name) => name.endsWith(".xlsx")).length, asked + 1, "a workbook each, and the sheet for the mail merge");
}

/** What was sent back is dropped on the post room's window; elsewhere it is said where to drop it. */
export async function drop(screen, folder, see) {
  const tell = (what) => screen.evaluate("window.dispatchEvent(new Event(arguments[0]))", what);
  await screen.evaluate("location.hash = '#/returns'");
  await onHeading(screen, "Returns");
  await tell("attest:over");
  await screen.sees("Returned workbooks are dropped in the post room");
  await tell("attest:dropped");
  await screen.click("button", "Open the post room");
  await onHeading(screen, "Post room");
  await tell("attest:over");
  await screen.sees("Drop returned workbooks or a folder here");
  await see("dropping");
  await screen.answer(folder);
  await tell("attest:dropped");
  await screen.sees("Intake of");
  await ended(screen);
  await until(screen, /Accept all \d+ clean ones/);
}

/** Answers every question of the work list by its number key and Enter; the focus goes on to the next, which is so read out. */
export async function answerAll(screen, see) {
  await screen.evaluate("location.hash = '#/needs'");
  await onHeading(screen, "Needs you");
  let { questions } = await inside(screen, "needs.list");
  assert.ok(questions.length >= 5 && questions.length < 30, `${questions.length} questions`);
  await see("needs");
  await passOver(screen, questions);
  for (let answered = 1; questions.length > 0; answered += 1) {
    const asked = await seen(screen, READY, "no question is in hand");
    await screen.press("1");
    await screen.press("Enter");
    await seen(screen, NEXT, `“${asked}” is still asked`, asked);
    ({ questions } = await inside(screen, "needs.list"));
    await seen(screen, READ_OUT, `after answer ${answered} the next question is not read out`, questions.map((one) => one.words), `${answered} of `);
  }
  await screen.sees("Nothing needs you.");
  await see("needs-none");
}

/** Passes the first question over by key and comes round to it again; each that comes has the focus. */
async function passOver(screen, questions) {
  await seen(screen, READY, "no question is in hand");
  for (const { words } of [...questions.slice(1), questions[0]]) {
    await screen.press("ArrowDown");
    await seen(screen, "return document.activeElement?.tagName === 'H2' && document.activeElement.textContent === arguments[0]", `“${words}” does not come with the focus`, words);
  }
}

/** The question in hand, or that there is none, has the focus; how many were answered is said. */
const READ_OUT = `
const [questions, answered] = arguments;
const at = document.activeElement;
if (questions.length === 0) return at.tagName === "DIV" && at.textContent.includes("Nothing needs you.");
const said = [...document.querySelectorAll("[role=status]")].some((one) => one.textContent.startsWith(answered));
return said && at.closest("section.card") !== null && (at.type === "password" || (at.tagName === "H2" && questions.includes(at.textContent)));`;

/** The number of the question in hand, once it may be answered. */
const READY = `
const [card] = document.querySelectorAll("section.card:has(fieldset)");
return card && !document.querySelector("section.card progress") && card.querySelector("p")?.textContent;`;
/** Another question is in hand, or none is left. */
const NEXT = `
const [card] = document.querySelectorAll("section.card:has(fieldset)");
return /Nothing needs you/.test(document.body.innerText) || (card && card.querySelector("p")?.textContent !== arguments[0] && !card.querySelector(":checked"));`;

/** The school puts right what was asked, at a desk of its own that has only the workbook; its new return is at `path`. */
export async function correct(screen, returned, path) {
  const [file] = (await inside(screen, "start.show")).recent;
  await inside(screen, "file.close");
  await screen.evaluate("location.hash = '#/start'; location.reload()");
  await screen.click("button", "Open a workbook sent to you");
  await onHeading(screen, "Open a workbook that was sent to you");
  await screen.answer(returned);
  await screen.click("button", "Choose a workbook");
  await screen.sees("Begin the audit");
  await screen.answer(`${path}.attest`);
  await screen.click("button", "Begin the audit");
  await screen.sees("Standards");
  await inside(screen, "answer.write", { question: "school.a2", field: "note", text: CORRECTED });
  await screen.answer(path);
  await inside(screen, "return.write");
  assert.ok(existsSync(path));
  await inside(screen, "file.close");
  await inside(screen, "start.open_recent", { id: file.id });
  await screen.evaluate("location.hash = '#/round'; location.reload()");
  await screen.sees("What is next");
}

/** Sends a clean return back, lets the school put it right, and takes in what it sends instead. */
export async function goRound(screen, made, see) {
  const [row] = (await rows(screen)).filter((one) => one.state === "received" && one.verdict === "clean");
  assert.ok(row, "a clean return waits");
  await screen.evaluate("location.hash = '#/returns'");
  await onHeading(screen, "Returns");
  await screen.fill("textbox", "Find a return", row.name);
  await until(screen, /1 of \d+ returns shown/);
  await sendOneBack(screen, join(screen.home.path, "back.xlsx"), see);
  const path = join(screen.home.path, "corrected.xlsx");
  await correct(screen, join(made.returned, row.file), path);
  await takeFile(screen, path);
  // It bears the revision of the one that was sent back, so the officer is asked which of the two counts.
  await answerWhich(screen, "corrected.xlsx");
  const after = (await rows(screen)).find((one) => one.name === row.name);
  assert.equal(after.state, "received", "the correction waits in place of what was sent back");
  const { standards } = await inside(screen, "return.show", { submission: after.submission });
  const a2 = standards.flatMap(({ lines }) => lines).find((line) => line.question === "school.a2");
  assert.equal(a2.note, CORRECTED);
}

/** Answers which of two returns counts, by the number key of the file named. */
async function answerWhich(screen, name) {
  await screen.evaluate("location.hash = '#/needs'");
  await onHeading(screen, "Needs you");
  const { questions } = await inside(screen, "needs.list");
  const at = questions[0]?.choices.findIndex((choice) => choice.words.includes(name)) ?? -1;
  assert.ok(at >= 0, `${name} is among the answers`);
  const asked = await seen(screen, READY, "no question is in hand");
  await screen.press(String(at + 1));
  await screen.press("Enter");
  await seen(screen, NEXT, `“${asked}” is still asked`, asked);
}

const CORRECTED = "The policy of last September.";

/** Takes one more file in by the post room's button. */
export async function takeFile(screen, path) {
  await screen.evaluate("location.hash = '#/intake/'");
  await onHeading(screen, "Post room");
  await screen.answer([path]);
  const before = (await inside(screen, "intake.latest")).batch.id;
  await screen.click("button", "Take in files…");
  await comes(screen, "intake.latest", ({ batch }) => batch.id !== before, "the file is not taken in");
  await ended(screen);
}

/** Writes letters to two who have not returned, speaks to the first, gives it more time. */
export async function chase(screen, folder, see) {
  mkdirSync(folder);
  await screen.evaluate("location.hash = '#/chase'");
  await onHeading(screen, "Chase");
  await see("chase-round");
  await focusGrid(screen, "Find");
  for (const key of ["Home", "Space", "Shift+ArrowDown"]) await screen.press(key);
  await screen.sees("2 chosen");
  await see("chase-chosen");
  await screen.answer(folder);
  await screen.click("button", /^Write 2 letters/);
  await ended(screen);
  await until(screen, /Reminder written/);
  assert.ok(readdirSync(folder).length >= 2, "the letters are there");
  await focusGrid(screen, "Find");
  for (const key of ["Home", "Space"]) await screen.press(key);
  await screen.click("button", "Record that you spoke…");
  await screen.fill("textbox", "With whom, and what was said", "The office sends it on Friday.");
  await screen.click("button", "Save", { whole: true });
  await until(screen, /Spoken to/);
  await screen.click("button", "Give more time…");
  await putDate(screen, "Until", when(21));
  await screen.fill("textbox", "Why", "The safeguarding lead is new.");
  await screen.click("button", "Save", { whole: true });
  await until(screen, /More time given/);
  for (const side of ["Response", "Non-return log", "Letters"]) {
    await showSide(screen, side);
    await see(`chase-${side.toLowerCase()}`);
  }
}

/** With no mouse: a return is accepted, a question found in it, a note written. */
export async function byKeys(screen) {
  await screen.evaluate("location.hash = '#/returns'");
  await onHeading(screen, "Returns");
  await focusGrid(screen);
  await screen.press("Home");
  await screen.press("Enter");
  await seen(screen, "return location.hash.startsWith('#/return/') && document.activeElement?.tagName === 'H1'", "no return is opened by Enter");
  await tabTo(screen, "Find a question");
  await typeKeys(screen, "C4");
  await screen.sees("1 question shown");
  await tabTo(screen, "Add a note on C4");
  await screen.press("Enter");
  await seen(screen, "return document.querySelector('dialog[open]')?.contains(document.activeElement)", "no note is opened");
  const typing = () => screen.evaluate("return document.activeElement?.id === 'note-text'");
  for (let pressed = 0; pressed < 5 && !(await typing()); pressed += 1) await screen.press("Tab");
  await typeKeys(screen, "see minutes");
  await tabTo(screen, "Save the note");
  await screen.press("Enter");
  await screen.sees("see minutes");
  assert.ok((await rows(screen)).some((row) => row.notes > 0));
}

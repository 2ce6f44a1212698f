// What settings wrote, what stands out, and what others said in surveys: looked through, coded by key, set beside.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { comes, inside, seen } from "./hands.mjs";
import { built, root } from "./processes.mjs";
import { until } from "./walk.mjs";

/** Makes a sample partnership whose returns were coded and whose surveys were taken in. */
export function heard(folder) {
  const said = execFileSync(join(built, "debug/attest"), ["--json", "demo", join(folder, "heard"), "--settings", "20"], { cwd: root });
  return JSON.parse(said);
}

/** Opens the file and goes to a part of the analysis. */
export async function goTo(screen, part, pattern) {
  await screen.evaluate("location.hash = '#/analysis/' + arguments[0]", part);
  await seen(screen, "return document.activeElement?.tagName === 'H1'", `${part} has no heading with the focus`);
  await until(screen, pattern);
}

/** Narrows what stands out by kind and by words, and opens its places. */
export async function standsOut(screen, see) {
  await goTo(screen, "signals", /never a verdict[\s\S]*signals/);
  const all = (await inside(screen, "signals.show")).signals.length;
  assert.ok(all > 3, `${all} signals`);
  await see("signals");
  await screen.click("button", /^Same text in several returns/);
  await until(screen, /\d+ of \d+ signals/);
  await screen.fill("textbox", "Find a setting or words", "zzzz");
  await screen.sees("No signal fits what you chose.");
  await screen.click("button", "Show all signals");
  await until(screen, new RegExp(`${all} signals`));
}

/** Looks for words, codes a text by key, takes it back, and sees themes, quotations and words used more than before. */
export async function readAndCode(screen, see) {
  await goTo(screen, "written", /texts in \d+ returns/);
  await screen.fill("textbox", "Words to look for", "minut");
  await until(screen, /\d+ texts? of \d+, in/);
  await see("written-found");
  const [{ texts: before }] = await inside(screen, "theme.list");
  await screen.evaluate("document.querySelector('.texts article').focus()");
  await screen.press("1");
  await counts(screen, before + 1);
  await see("written-coded");
  await screen.press("ArrowDown");
  await screen.press("ArrowUp");
  await screen.press("1");
  await counts(screen, before);
  for (const [view, words] of [["Themes", /One code frame for all rounds/], ["Quotations", /As it may be quoted/], ["Used more than before", /Log-likelihood|No words are used much more/]]) {
    await screen.click("button", view, { whole: true });
    await until(screen, words);
    await see(`written-${view.toLowerCase().replaceAll(" ", "-")}`);
  }
}

async function counts(screen, wanted) {
  await comes(screen, "theme.list", ([first]) => first.texts === wanted, `the key does not code the text in hand: ${wanted} wanted`);
  await screen.sees("Undo");
}

/** Sees the surveys beside the self-ratings, with what nobody asked before said to be so. */
export async function surveys(screen, see) {
  await goTo(screen, "surveys", /Surveys beside self-ratings/);
  await until(screen, /No earlier figure/);
  await see("surveys");
  await takeIn(screen, see);
}

const COLLEAGUES = `Timestamp,Email,I know whom to tell,Anything else?
1,one@example.org,Yes,Nothing
2,two@example.org,Yes,More time
3,three@example.org,No,Less paper
4,four@example.org,Yes,None
`;

/** Takes an export of a form in: its answers are counted, what is about a person is passed over and said to be. */
async function takeIn(screen, see) {
  const path = join(screen.home.path, "Colleagues.csv");
  writeFileSync(path, COLLEAGUES);
  const before = (await inside(screen, "survey.list")).surveys.length;
  await screen.answer(path);
  await screen.click("button", "Take an export in…");
  await until(screen, /Colleagues[\s\S]*I know whom to tell/);
  const { surveys } = await inside(screen, "survey.list");
  assert.equal(surveys.length, before + 1);
  const taken = surveys.find(({ name }) => name === "Colleagues");
  assert.equal(taken.people, 4);
  assert.deepEqual(taken.items[0].share, [3, 4]);
  assert.doesNotMatch(JSON.stringify(surveys), /example\.org|Less paper/, "no row of a respondent is kept");
  await see("survey-taken");
  await screen.click("button", "Undo");
  await comes(screen, "survey.list", ({ surveys }) => surveys.length === before, "the survey is not taken back");
}

/** Opens the file; its round's head is there. */
export async function open(screen, made) {
  await screen.answer(made.file);
  await screen.click("button", "Open a file");
  await screen.sees("What is next");
}

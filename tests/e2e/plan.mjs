// The partnership's plan on the screen: a recommendation from a theme, two meetings, a reply form, a closed action, the tracker.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, putDate, seen, showSide, when } from "./hands.mjs";
import { until } from "./walk.mjs";

const GROUP = "Assurance Subgroup";
const ANSWER = "Show boards how a challenge and its answer are written down.";
const [LATE, LATER] = ["Write a page with examples", "Speak at the heads’ meeting"];
const DIFFERENCE = "Eight of ten boards write the answer down.";

/** The plan before anything was recommended. */
export async function nothingYet(screen, see) {
  await screen.click("link", "Plan", { whole: true });
  await onHeading(screen, "Action plan");
  await screen.sees("There are no recommendations yet.");
  await see("plan-empty");
}

/** Recommends something in answer to the theme of so many findings, for a subgroup of its own. */
export async function recommend(screen, theme, findings, see) {
  await inside(screen, "group.save", { kind: "subgroup", name: GROUP });
  await screen.evaluate("location.hash = '#/tracking'");
  await onHeading(screen, "Action plan");
  await showSide(screen, "Themes");
  await line(screen, "tr", theme, `${findings} findings`);
  await see("plan-themes");
  await screen.click("button", `Recommend something in answer to ${theme}`);
  await screen.fill("textbox", "Recommendation", ANSWER, { whole: true });
  await screen.fill("combobox", "Decision", "accepted");
  await see("plan-recommendation");
  await save(screen);
  await showSide(screen, "Actions");
  await screen.sees(ANSWER);
}

/** Plans two actions, one of which is late already. */
export async function planTwo(screen, see) {
  const { recommendations } = await inside(screen, "plan.show");
  const { reference } = recommendations.find((one) => one.said.text === ANSWER);
  for (const [title, due] of [
    [LATE, when(-3)],
    [LATER, when(60)],
  ]) {
    await screen.click("button", `Add an action to ${reference}`, { whole: true });
    await screen.fill("textbox", "Action", title, { whole: true });
    await screen.fill("textbox", "Owner", "Training lead");
    await screen.fill("textbox", "Agency", "Health");
    await putDate(screen, "By when", due);
    await choose(screen, "Groups that look at it", GROUP);
    if (title === LATE) await see("plan-action");
    await save(screen);
    await screen.sees(title);
  }
  await line(screen, "li", LATE, "Red: overdue");
  await see("plan-actions");
}

/** Holds a meeting of the subgroup on a day: the plan is written down as it stands. */
export async function meet(screen, date, see) {
  const actions = await planned(screen);
  await showSide(screen, "Meetings");
  await screen.click("button", "Set down a meeting");
  await screen.fill("combobox", "Group", GROUP);
  await putDate(screen, "Day", date);
  await screen.fill("textbox", "Agenda, a line each", "The plan\nReplies of agencies");
  await save(screen);
  await screen.click("button", `Hold ${GROUP}`);
  await seen(
    screen,
    "return ![...document.querySelectorAll('button')].some((one) => one.getAttribute('aria-label')?.startsWith(arguments[0]))",
    "the meeting is not held",
    `Hold ${GROUP}`,
  );
  await line(screen, "section", GROUP, `The plan as it stood has ${actions.length} actions`);
  await see("plan-meeting");
}

/** Takes the late action higher at the meeting, and writes the reply that came. */
export async function escalate(screen, see) {
  const { reference } = (await planned(screen)).find((one) => one.said.title === LATE);
  await screen.click("button", `Add a decision, challenge or escalation to ${GROUP}`);
  await screen.fill("combobox", "What it is", "escalation");
  await screen.fill("combobox", "How far up", "executive");
  await screen.fill("combobox", "Action", `${reference} ${LATE}`, { whole: true });
  await screen.fill("textbox", "In words", "The page with examples is late.");
  await see("plan-matter");
  await save(screen);
  await line(screen, "li", "The page with examples is late.", "To Executive");
  await screen.click("button", "Write the reply: The page with examples is late.");
  await screen.fill("textbox", "Reply (optional)", "Half a day a week was found for it.", { whole: true });
  await save(screen);
  await until(screen, /Reply of .*Half a day a week/);
  await see("plan-replied");
}

/** Writes the reply form of an agency, and closes the late action once the difference that it made is said. */
export async function close(screen, folder, see) {
  await replyForm(screen, join(folder, "Health.xlsx"), see);
  const { reference } = (await planned(screen)).find((one) => one.said.title === LATE);
  await showSide(screen, "Actions");
  for (const stage of ["done", "closed"]) {
    await screen.click("button", `What is new of ${reference}`, { whole: true });
    await screen.fill("combobox", "How far it is", stage);
    if (stage === "closed") {
      await screen.click("button", "Save", { whole: true });
      await screen.sees("Enter the difference that it made");
      await screen.fill("textbox", "What difference did it make", DIFFERENCE);
      await see("plan-closing");
    }
    await save(screen);
  }
  await line(screen, "li", LATE, "Blue: closed");
  await see("plan-closed");
}

async function replyForm(screen, form, see) {
  await showSide(screen, "Papers and reply forms");
  await screen.fill("combobox", "Agency", "Health", { whole: true });
  await screen.answer(form);
  await screen.click("button", "Write its reply form…");
  await screen.sees("now send it to the agency");
  assert.ok(existsSync(form), "the reply form is written");
  await screen.answer([form]);
  await screen.click("button", "Take filled-in forms in…");
  await screen.sees("0 updates taken in");
  await see("plan-papers");
}

/** Trackers as the plan stood at each meeting: what was red then is closed now. */
export async function trackers(screen, folder, see) {
  const meetings = (await inside(screen, "meeting.list")).meetings.filter((one) => one.group === GROUP);
  assert.equal(meetings.length, 2);
  const told = [];
  for (const { id } of meetings) {
    told.push(await inside(screen, "plan.tracker_show", { meeting: id, format: "docx" }));
  }
  const [second, first] = told.map((tracker) => rows(tracker, LATE));
  assert.ok(first.includes("Red: overdue") && !first.includes("Blue: closed"), "the first meeting’s plan stands as it was");
  assert.ok(
    second.includes("Blue: closed. Closed") && JSON.stringify(told[0]).includes("What changed since"),
    "the second one’s says what changed",
  );
  await showSide(screen, "Meetings");
  const word = join(folder, "Tracker.docx");
  await screen.answer(word);
  await screen.click("button", `Tracker in Word, ${GROUP}`);
  await screen.sees("Saved as a Word document.");
  assert.ok(existsSync(word), "the tracker is written");
  await see("plan-tracker");
}

/** The full report holds the season: what panels found and rated, what was recommended, what is planned, and what a closed action changed. */
export async function report(screen, folder, said) {
  await screen.evaluate("location.hash = '#/reports/full'");
  await onHeading(screen, "Report of the round");
  await screen.sees(ANSWER);
  const path = join(folder, "Report.html");
  await screen.answer(path);
  await screen.click("button", "Save to print…");
  await seen(screen, "return document.body.innerText.includes('Report.html')", "the report is not saved");
  const written = readFileSync(path, "utf8");
  for (const words of [ANSWER, LATE, LATER, DIFFERENCE, ...said]) assert.ok(written.includes(words), `the report says “${words}”`);
}

/** Every action of the plan. */
async function planned(screen) {
  return (await inside(screen, "plan.show")).recommendations.flatMap((one) => one.actions);
}

/** Saves the form that is open, and sees it closed. */
async function save(screen) {
  await screen.click("button", "Save", { whole: true });
  await seen(screen, "return !document.querySelector('dialog[open]')", "the form stays open");
}

const LINE = `
const [among, which, words] = arguments;
const plain = (one) => one.textContent.replace(/\\s+/g, " ");
return [...document.querySelectorAll("#main " + among)].some((one) => plain(one).includes(which) && plain(one).includes(words));`;

/** Sees that a line of the page that names one thing says another. */
function line(screen, among, which, words) {
  return seen(screen, LINE, `no ${among} with “${which}” says “${words}”`, among, which, words);
}

/** What a document says in the rows of its tables in which some words stand. */
function rows(held, words) {
  if (!held || typeof held !== "object") return "";
  const mine = Array.isArray(held.rows) ? held.rows.map((one) => JSON.stringify(one)).filter((one) => one.includes(words)) : [];
  return [...mine, ...Object.values(held).map((one) => rows(one, words))].join(" ");
}

// The partnership's plan on the screen: a recommendation from a theme, two meetings, a reply form, a closed action, the tracker.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, putDate, seen, when } from "./hands.mjs";
import { until } from "./walk.mjs";

/** Gives the round's finding a theme, names a subgroup, and recommends something in answer to the theme. */
export async function recommend(screen, see) {
  const [finding] = await inside(screen, "finding.list");
  await inside(screen, "finding.amend", { finding: finding.id, further: { ...finding.further, themes: ["Challenge by boards"] } });
  await inside(screen, "group.save", { kind: "subgroup", name: "Quality Assurance Subgroup" });
  await screen.click("link", "Plan", { whole: true });
  await onHeading(screen, "Action plan");
  await screen.sees("There are no recommendations yet.");
  await see("plan-empty");
  await screen.click("button", "Themes", { whole: true });
  await screen.sees("1 finding");
  await see("plan-themes");
  await screen.click("button", "Recommend something in answer to Challenge by boards");
  await screen.fill("textbox", "Recommendation", "Show boards how a challenge and its answer are written down.", { whole: true });
  await screen.fill("combobox", "Decision", "accepted");
  await see("plan-recommendation");
  await screen.click("button", "Save", { whole: true });
  await screen.click("button", "Actions", { whole: true });
  await screen.sees("R1 Show boards");
}

/** Plans two actions, one of which is late already. */
export async function planTwo(screen, see) {
  for (const [title, due] of [["Write a page with examples", when(-3)], ["Speak at the heads’ meeting", when(60)]]) {
    await screen.click("button", "Add an action to R1");
    await screen.fill("textbox", "Action", title, { whole: true });
    await screen.fill("textbox", "Owner", "Training lead");
    await screen.fill("textbox", "Agency", "Health");
    await putDate(screen, "By when", due);
    await choose(screen, "Groups that look at it", "Quality Assurance Subgroup");
    await see("plan-action");
    await screen.click("button", "Save", { whole: true });
    await screen.sees(title);
  }
  await until(screen, /Red: overdue/);
  await see("plan-actions");
}

/** Holds a meeting of the subgroup on a day, and takes something higher at it. */
export async function meet(screen, date, see) {
  await screen.click("button", "Meetings", { whole: true });
  await screen.click("button", "Set down a meeting");
  await putDate(screen, "Day", date);
  await screen.fill("textbox", "Agenda, a line each", "The plan\nReplies of agencies");
  await screen.click("button", "Save", { whole: true });
  await screen.click("button", "Hold Quality Assurance Subgroup");
  await until(screen, /The plan as it stood has 2 actions/);
  await see("plan-meeting");
}

/** Takes the late action higher, and writes the reply that came. */
export async function escalate(screen, see) {
  await screen.click("button", "Add a decision, challenge or escalation to");
  await screen.fill("combobox", "What it is", "escalation");
  await screen.fill("combobox", "How far up", "executive");
  await screen.fill("combobox", "Action", "A1 Write a page with examples", { whole: true });
  await screen.fill("textbox", "In words", "The page with examples is late.");
  await see("plan-matter");
  await screen.click("button", "Save", { whole: true });
  await screen.sees("To Executive");
  await screen.click("button", "Write the reply: The page with examples is late.");
  await screen.fill("textbox", "Reply (optional)", "Half a day a week was found for it.", { whole: true });
  await screen.click("button", "Save", { whole: true });
  await until(screen, /Reply of .*Half a day a week/);
  await see("plan-replied");
}

/** Writes the reply form of an agency, closes an action with its difference, and writes trackers. */
export async function close(screen, folder, see) {
  await screen.click("button", "Papers and reply forms");
  const form = join(folder, "Health.xlsx");
  await screen.answer(form);
  await screen.click("button", "Write its reply form…");
  await screen.sees("now send it to the agency");
  assert.ok(existsSync(form), "the reply form is written");
  await screen.answer([form]);
  await screen.click("button", "Take filled-in forms in…");
  await screen.sees("0 updates taken in");
  await see("plan-papers");
  await screen.click("button", "Actions", { whole: true });
  for (const stage of ["done", "closed"]) {
    await screen.click("button", "What is new of A1");
    await screen.fill("combobox", "How far it is", stage);
    if (stage === "closed") {
      await screen.click("button", "Save", { whole: true });
      await screen.sees("Enter the difference that it made");
      await screen.fill("textbox", "What difference did it make", "Eight of ten boards write the answer down.");
      await see("plan-closing");
    }
    await screen.click("button", "Save", { whole: true });
    await seen(screen, "return !document.querySelector('dialog[open]')", "the form stays open");
  }
  await until(screen, /Blue: closed/);
  await see("plan-closed");
}

/** Trackers as the plan stood at each meeting: what was red then is closed now. */
export async function trackers(screen, folder, see) {
  const { meetings } = await inside(screen, "meeting.list");
  assert.equal(meetings.length, 2);
  const told = [];
  for (const { id } of meetings) {
    told.push(JSON.stringify(await inside(screen, "plan.tracker_show", { meeting: id, format: "docx" })));
  }
  assert.ok(told[1].includes("Red: overdue") && !told[1].includes("Blue: closed. Closed"), "the first meeting’s plan stands as it was");
  assert.ok(told[0].includes("Blue: closed. Closed") && told[0].includes("What changed since"), "the second one’s says what changed");
  await screen.click("button", "Meetings", { whole: true });
  const word = join(folder, "Tracker.docx");
  await screen.answer(word);
  await screen.click("button", "Tracker in Word, Quality Assurance Subgroup");
  await screen.sees("Saved as a Word document.");
  assert.ok(existsSync(word), "the tracker is written");
  await see("plan-tracker");
}

// The year after: carried into a changed version of the tool, shown what changed, confirmed, its actions reviewed.
import assert from "node:assert/strict";

import { choose, inside, onHeading } from "./hands.mjs";
import { until } from "./walk.mjs";
import * as year from "./year.mjs";

/** Starts the year after with the version that is not in force yet, which has to be understood first. */
export async function nextYear(screen, { earlier, round, tool }, see) {
  await year.goTo(screen, "Home", "Example");
  await screen.click("button", "Start next year’s audit");
  await onHeading(screen, "Start next year’s audit");
  await screen.fill("textbox", "Which round is this for?", round);
  await choose(screen, "Which audit tool?", tool);
  await screen.sees("This audit tool is a preview");
  await screen.click("button", "Start this year’s audit");
  await screen.sees("Confirm that you understand that this tool is a preview");
  await screen.click("checkbox", "I understand that this is a preview");
  await see("next-year");
  await screen.click("button", "Start this year’s audit");
  await onHeading(screen, "Example");
  await until(screen, new RegExp(`\\d+ answers of ${earlier} wait to be confirmed`));
  const home = await inside(screen, "home.show");
  assert.equal(home.progress.answered, 0, "nothing counts as answered before it is confirmed");
  assert.ok(home.to_confirm.same > 100 && home.to_confirm.others > 5, JSON.stringify(home.to_confirm));
}

/** Reads what changed, confirms the unchanged together and a reworded one by hand; last round's answer stays beside it. */
export async function confirmYear(screen, see) {
  await screen.click("button", "What changed", { whole: true });
  await onHeading(screen, "What changed since 2026/27");
  await screen.sees("Reworded");
  await see("changes");
  await screen.click("button", "Back to the audit");
  await onHeading(screen, "Example");
  const { same, others } = (await inside(screen, "home.show")).to_confirm;
  await see("home-carried");
  await screen.click("button", `Confirm the ${same} unchanged ones together`);
  await screen.click("button", `Yes, confirm ${same} answers`);
  await until(screen, new RegExp(`${others} answers of 2026/27 wait to be confirmed`));
  await screen.click("button", "Go through them");
  await onHeading(screen, "Answers to confirm");
  await screen.sees("B6");
  await year.openQuestion(screen, "Policies", "B6");
  await screen.sees("The question was reworded: read it again.");
  await see("question-carried");
  await screen.click("button", "Yes, this still holds");
  await until(screen, /Last round, 2026\/27/);
  await year.goTo(screen, "Home", "Example");
  await until(screen, new RegExp(`${others - 1} answers of 2026/27 wait to be confirmed`));
}

/** Last year's edition of the guidance is found out by a check, and put right where it leads to. */
export async function newEdition(screen) {
  await year.goTo(screen, "Checks");
  await screen.sees("names no edition of the guidance, or one that is no longer in force");
  await year.openQuestion(screen, "People, dates and numbers", "V17");
  await choose(screen, "Answer", "2026 edition");
  await year.goTo(screen, "Checks");
  await until(screen, /0 gaps/);
}

/** Looks again at an action that went on from the year before, and says how far it is. */
export async function reviewAction(screen, title) {
  await year.goTo(screen, "Plan");
  await screen.click("button", `Review: ${title}`);
  await choose(screen, "How far it is now", "Under way");
  await screen.fill("textbox", "What was said", "Two of three were briefed in the spring.");
  await screen.click("button", "Keep this review");
  await until(screen, /Last review [^:]*: Under way/);
}

/** Two returns of one school: the evidence and the plan went on. */
export function compareReturns(earlier, later) {
  const brief = (one) => one.actions.map((action) => [action.title, action.state]);
  assert.deepEqual(brief(earlier), [["Brief every new governor", "open"]]);
  assert.deepEqual(brief(later), [["Brief every new governor", "under_way"]]);
  for (const one of [earlier, later]) assert.deepEqual(one.evidence.map((item) => item.title), ["Training log, autumn term"]);
}

// What happens in a school's year: every kind of question by hand, facts, gaps, a child's data, a change after signing.
import assert from "node:assert/strict";
import { statSync } from "node:fs";

import { choose, onHeading, when } from "./hands.mjs";
import { until } from "./walk.mjs";
import * as year from "./year.mjs";

export const SIGNERS = [{ name: "A. Example" }, { name: "B. Example" }, { name: "C. Example", minute: "7.2" }];
/** What stands for a child's number: it belongs to nobody. */
export const CHILD = "943 476 5919";
const SCHOOL = { kind: "A school or college", name: "Example Primary School", label: "Name of the school", round: "2026/27" };
const NUMBERS = "People, dates and numbers";
const LOG = "Training log, autumn term";

/** From the first screen to an audit that nothing keeps from being signed. */
export async function answered(screen, path, see) {
  await year.begin(screen, { ...SCHOOL, path });
  await year.planDates(screen, "Governors’ meeting", { meeting: 10, due: 20 });
  await answerByHand(screen);
  await switchFacts(screen);
  await year.answerRest(screen, { kept: ["school.a5"] });
  await year.goTo(screen, "Sign off");
  await year.challenge(screen, {
    asked: "How do you know that supply staff have read the policy?", by: "C. Example", role: "Chair of governors",
    reply: "Each signs for it on the first day.", replier: "B. Example",
  });
  await followChecks(screen, CHILD, see);
}

/** One question of every kind, by hand; an item of evidence behind two answers, and an action. */
async function answerByHand(screen) {
  await screen.click("button", "Begin with the first question");
  await onHeading(screen, "A1");
  await year.rate(screen, "A1", "Met", "Minutes of the autumn board meeting, item 5.");
  await year.addEvidence(screen, LOG, "Shared drive, Safeguarding");
  await screen.click("button", "Next question");
  await onHeading(screen, "A2");
  await year.rate(screen, "A2", "Partly met");
  await screen.sees("This answer still needs");
  await year.addAction(screen, "Brief every new governor", "Chair", when(60));
  await screen.click("button", "Next question");
  await onHeading(screen, "A3");
  await year.rate(screen, "A3", "Met", "Read at the first meeting.");
  await year.shareEvidence(screen, "Training log");
  await screen.click("button", "Next question");
  await onHeading(screen, "A4");
  await year.rate(screen, "A4", "Not applicable");
  await screen.fill("textbox", "Why this does not apply", "We are a single school with no trust.");
  await year.openQuestion(screen, "The designated safeguarding lead", "C4");
  await year.rate(screen, "C4", "Met", "Certificates of both deputies.");
  await answerKinds(screen);
  await year.goTo(screen, "Evidence");
  await until(screen, /Training log, autumn term[\s\S]*Backs\s+A1\s*,?\s*A3/);
}

async function answerKinds(screen) {
  const kinds = [
    ["V3", "school.c14", "date", when(-70)],
    ["V6", "school.v6", "number", "12"],
    ["V7", "school.v7", "text", "The spring term"],
    ["V17", "school.v17", "choice", "2025 edition"],
    ["V2", "school.v2", "choice", "Yes"],
    ["V40", "school.v40", "choice", "Designated safeguarding lead"],
  ];
  for (const [number, question, kind, value] of kinds) {
    const said = await year.answerKind(screen, { standard: NUMBERS, number, question, kind, value });
    assert.equal(said.toLowerCase(), value.toLowerCase(), `${number} is kept`);
  }
}

/** Switches a module on, answers in it, and off again: the answer is kept and that is said. */
async function switchFacts(screen) {
  await tell(screen, "boarding", "Yes");
  await year.openQuestion(screen, "Early years, boarding", "Q2");
  await year.rate(screen, "Q2", "Mostly met");
  await tell(screen, "boarding", "No");
  await until(screen, /1 of them has an answer, in [^.]*boarding[\s\S]*kept, but not counted/);
}

async function tell(screen, word, said) {
  await year.goTo(screen, "Home", "Example");
  await screen.click("button", "Change these answers");
  await choose(screen, word, said);
  await screen.click("button", "Save these answers");
  await until(screen, /1 of 10 answered/);
}

/** Follows the gaps to where they are closed, and takes a child's number out for good. */
async function followChecks(screen, child, see) {
  await year.openQuestion(screen, "Policies", "B1");
  await screen.fill("textbox", "Evidence and commentary", `Seen in the file of ${child} in May.`);
  await year.goTo(screen, "Checks");
  await screen.sees("Deputies are rated as trained like the DSL");
  await screen.sees("An NHS number");
  await see("checks-gaps");
  await screen.click("link", "A5", { whole: true });
  await onHeading(screen, "A5");
  await year.rate(screen, "A5", "Mostly met");
  await year.goTo(screen, "Checks");
  await screen.click("link", "C4", { whole: true });
  await onHeading(screen, "C4");
  await year.rate(screen, "C4", "Mostly met");
  await year.goTo(screen, "Checks");
  await screen.click("button", `Redact: ${child}`);
  await screen.click("button", "Take it out everywhere");
  await screen.sees("Taken out in");
  await screen.click("button", "Close", { whole: true });
  await until(screen, /0 gaps[\s\S]*0 possible names or numbers/);
  assert.ok(!(await screen.text()).includes(child), "the number is not on the screen any more");
}

/** Signs, is kept from changing an answer, takes the sign-off back, changes it, and is shown what moved. */
export async function signedThenChanged(screen, signers, see) {
  await year.goTo(screen, "Sign off");
  await screen.sees("The first signature freezes this audit");
  const code = await year.signAll(screen, signers);
  await year.comparePaper(screen, code);
  await see("signed");
  await year.openQuestion(screen, "Leadership and governance", "A1");
  await screen.sees("This audit is signed off.");
  assert.ok(await screen.evaluate("return document.querySelector('fieldset.rating').matches(':disabled')"), "a signed rating cannot be changed");
  await screen.click("button", "Go to the sign-off");
  await onHeading(screen, "Sign off");
  await year.takeBack(screen, "The chair asked for another date in A1.");
  await year.openQuestion(screen, "Leadership and governance", "A1");
  await screen.fill("textbox", "Evidence and commentary", "Minutes of the summer board meeting, item 9.");
  await year.goTo(screen, "Sign off");
  await screen.sees("1 thing moved since the last sign-off");
  await screen.find("link", "A1");
  await screen.sees("The chair asked for another date in A1.");
  return code;
}

/** Reads a paper on the screen and saves it to print. */
export async function papers(screen, path, name) {
  await year.goTo(screen, "Papers");
  await screen.sees(name);
  await screen.answer(path);
  await screen.click("button", "Save to print");
  await until(screen, /\.html/);
  assert.ok(statSync(path).size > 5_000, "the paper is there");
}

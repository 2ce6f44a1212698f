// The journeys in the app itself: a real window, a real quit between, the keyboard alone, axe on every screen.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { everyScreen } from "./every-screen.mjs";
import { folder } from "./processes.mjs";
import { pasted } from "./taken-along.mjs";
import * as school from "./school-year.mjs";
import * as walk from "./walk.mjs";
import { Window } from "./window.mjs";
import * as year from "./year.mjs";

/** A window of its own, closed whatever happens; what was refused by the content policy is counted: nothing. */
async function inWindow(home, journey) {
  const screen = await Window.open({ home });
  try {
    await journey(screen, (name) => walk.look(screen, name));
    assert.deepEqual(await screen.violations(), []);
  } catch (error) {
    if (process.env.ATTEST_SHOTS) await screen.shot(join(process.env.ATTEST_SHOTS, "failed.png"));
    throw error;
  } finally {
    await screen.close();
  }
}

async function atHome(journey) {
  const home = folder();
  try {
    await journey(home);
  } finally {
    home.remove();
  }
}

test("a setting's walk, with the app closed and started again between", () =>
  atHome(async (home) => {
    await inWindow(home, async (screen, see) => {
      await see("start");
      await walk.beginAudit(screen, join(home.path, "Example.attest"));
      assert.match(await screen.title(), /Attest/);
      await walk.rateThree(screen, see);
    });
    await inWindow(home, async (screen, see) => {
      await walk.openAgain(screen, "Example", see);
      await walk.writeReturn(screen, join(home.path, "Example.xlsx"));
    });
  }));

test("a school's first year: every kind of question, facts, gaps, three signatures, the signed return", () =>
  atHome((home) =>
    inWindow(home, async (screen, see) => {
      await school.answered(screen, join(home.path, "Year.attest"), see);
      await year.goTo(screen, "Sign off");
      const code = await year.signAll(screen, school.SIGNERS);
      await see("signed");
      const sent = await year.send(screen, join(home.path, "Year.xlsx"), code);
      assert.equal(sent.sign_off.signatures.length, 3);
    }),
  ));

test("axe finds no fault on any screen of the made-up school", () =>
  atHome((home) => inWindow(home, (screen, see) => everyScreen(screen, see))));

/** Copies the table of every question by its button, and the page marked by hand, and pastes both as another program would. */
async function copyQuestions(screen) {
  await screen.click("link", "Questions", { whole: true });
  await screen.sees("Result per question");
  await screen.click("button", "Copy the table");
  await screen.sees("The table is copied");
  const table = await pasted(screen);
  assert.match(table, /^No\.\tQuestion\t/);
  assert.match(table, /\nA1\tOur /);
  await screen.evaluate("getSelection().selectAllChildren(document.querySelector('table'))");
  await screen.press("Control+c");
  const byHand = await pasted(screen);
  assert.match(byHand, /^For officers only[^\n]*\n[\s\S]*A2\s/, "a line says for whom it is");
  assert.doesNotMatch(byHand, /What is in/, "what is only heard is not copied");
}

test("a partnership's walk: three returns in, a table, a finding beside the self-rating, both to Excel", () =>
  atHome((home) =>
    inWindow(home, async (screen, see) => {
      const returns = walk.threeReturns(home.path);
      await walk.beginRound(screen, join(home.path, "Round.attest"), see);
      await walk.takeIn(screen, returns, see);
      await copyQuestions(screen);
      await walk.recordFinding(screen, see);
      await walk.writeRound(screen, join(home.path, "Results.xlsx"));
    }),
  ));

test("the same by keyboard alone: rate, write a note, flag, undo, go on", () =>
  atHome((home) =>
    inWindow(home, async (screen) => {
      await screen.sees("on this computer");
      await screen.answer(join(home.path, "Keys.attest"));
      await walk.tabTo(screen, "New audit");
      await screen.press("Enter");
      await screen.sees("Name of the school");
      await walk.tabTo(screen, "Name of the school");
      await walk.typeKeys(screen, "Example");
      await walk.tabTo(screen, "Choose where to save and begin");
      await screen.press("Enter");
      await screen.sees("Begin with the first question");
      await walk.tabTo(screen, "Begin with the first question");
      await screen.press("Enter");
      await screen.sees("Question 1 of");
      await screen.press("1");
      await screen.sees("Undo rating of A1");
      await screen.press("n");
      await walk.typeKeys(screen, "1 folder");
      await screen.press("Control+Enter");
      await screen.sees("Question 2 of");
      await screen.press("3");
      await screen.sees("Undo rating of A2");
      await screen.press("ArrowLeft");
      await screen.sees("Question 1 of");
      assert.match(await screen.evaluate("return document.querySelector('textarea').value"), /1 folder/);
      await walk.tabTo(screen, "Undo rating of A2");
      await screen.press("Enter");
      await screen.sees("Redo rating of A2");
    }),
  ));

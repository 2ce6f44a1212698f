// The journeys in Chromium over the loopback host, with axe on every screen and no breach of the content policy.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { inBrowser } from "./browser-journey.mjs";
import * as plan from "./plan.mjs";
import * as tools from "./tools.mjs";
import * as walk from "./walk.mjs";
import * as wayBack from "./way-back.mjs";

test("a setting's walk: begin, rate three, undo, close, open again, write the return", () =>
  inBrowser({}, async (screen, see) => {
    await see("start");
    await walk.beginAudit(screen, join(screen.home.path, "Example.attest"));
    await walk.rateThree(screen, see);
    await walk.closeFile(screen);
    await walk.openAgain(screen, "Example", see);
    await walk.writeReturn(screen, join(screen.home.path, "Example.xlsx"));
  }));

test("a way back: a return changed elsewhere is read back and undone, a section goes out and comes back", () =>
  inBrowser({}, async (screen, see) => {
    await walk.beginAudit(screen, join(screen.home.path, "Example.attest"));
    await wayBack.readBack(screen, see);
    await wayBack.shareAndMerge(screen, see);
  }));

test("a partnership's walk: three returns in, a table, a finding beside the self-rating, both to Excel", () =>
  inBrowser({ scheme: "dark" }, async (screen, see) => {
    const returns = walk.threeReturns(screen.home.path);
    await walk.beginRound(screen, join(screen.home.path, "Round.attest"), see);
    await walk.takeIn(screen, returns, see);
    await walk.recordFinding(screen, see);
    await plan.nothingYet(screen, see);
    await walk.writeRound(screen, join(screen.home.path, "Results.xlsx"));
  }));

test("the audit tools: faults of a file, a trial by keyboard, two versions, a version of one's own", () =>
  inBrowser({}, async (screen, see) => {
    await tools.openFaulty(screen, see);
    await tools.tryOut(screen, see);
    await tools.compareVersions(screen, see);
    await tools.makeOwn(screen, see);
  }));

test("a preview is begun with only after a clear yes, on the scale that was chosen", () =>
  inBrowser({}, async (screen, see) => {
    await screen.click("button", "New audit");
    await screen.click("radio", /preview of the 2026 draft/);
    await screen.click("radio", "Red to green");
    await screen.fill("textbox", "Name of the school", "Example Primary School");
    await screen.click("button", "Choose where to save and begin");
    await screen.sees("Confirm that you understand");
    await see("preview-refused");
    await screen.click("checkbox", /I understand that this is a preview/);
    await screen.answer(join(screen.home.path, "Preview.attest"));
    await screen.click("button", "Choose where to save and begin");
    await screen.sees("Begin with the first question");
    await screen.sees("Law and guidance as at 31 May 2026");
    await screen.sees("Look at this audit tool");
    await screen.click("button", "Begin with the first question");
    await screen.click("radio", "Amber");
    await screen.sees("Undo rating of A1");
  }));

test("the form says what is missing, and leads to it", () =>
  inBrowser({}, async (screen, see) => {
    await screen.click("button", "New audit");
    await screen.click("button", "Choose where to save and begin");
    await screen.sees("Check these answers");
    await see("errors");
    const focused = await screen.evaluate("return document.activeElement?.textContent ?? ''");
    assert.match(focused, /Check these answers/);
  }));

test("at 400 % zoom nothing has to be scrolled sideways", () =>
  inBrowser({ width: 320, height: 256 }, async (screen, see) => {
    const fits = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";
    assert.ok(await screen.evaluate(fits), "the first screen fits");
    await walk.beginAudit(screen, join(screen.home.path, "Example.attest"));
    assert.ok(await screen.evaluate(fits), "home fits");
    await screen.click("button", "Begin with the first question");
    await screen.sees("Question 1 of");
    assert.ok(await screen.evaluate(fits), "a question fits");
    await see("question-400");
  }));

test("in forced colours the screens stay sound", () =>
  inBrowser({ forced: "active" }, async (screen, see) => {
    await see("start-forced");
    await walk.beginAudit(screen, join(screen.home.path, "Example.attest"));
    await see("home-forced");
  }));

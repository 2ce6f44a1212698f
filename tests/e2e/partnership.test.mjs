// An officer's journeys in Chromium: over the sample partnership, a list of 24,000 returns, and a round from its first list on.
import { test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";

import * as analysis from "./analysis.mjs";
import { inBrowser } from "./browser-journey.mjs";
import * as cases from "./cases.mjs";
import { everyRoundScreen } from "./every-screen.mjs";
import * as exchange from "./exchange.mjs";
import { inside, onHeading, when } from "./hands.mjs";
import * as officer from "./officer.mjs";
import * as panels from "./panels.mjs";
import * as partnership from "./partnership.mjs";
import * as plan from "./plan.mjs";
import * as room from "./room.mjs";
import * as takenAlong from "./taken-along.mjs";
import * as voices from "./voices.mjs";

test("an officer takes the sample's folder in, accepts several by key, sends one back, and scrolls a long list", () =>
  inBrowser({}, async (screen, see) => {
    const made = partnership.sample(screen.home.path);
    await partnership.takeFolderIn(screen, made, see);
    await everyRoundScreen(screen, see);
    await screen.evaluate("location.hash = '#/returns'");
    await partnership.acceptSeveral(screen, see);
    await partnership.sendOneBack(screen, join(screen.home.path, "back.xlsx"), see);
    await officer.byKeys(screen);
    await analysis.lookBehind(screen, see);
    await analysis.decide(screen, see);
    await takenAlong.takeAlong(screen, screen.home.path, see);
    const told = await partnership.longList(screen);
    console.log(`24,000 returns: ${told.script.toFixed(2)} ms of script a frame, ${told.drawn} cells drawn`);
  }));

test("a round from its first list on: register, issue, drop what came back, answer, send back, correct, chase", () =>
  inBrowser({}, async (screen, see) => {
    const home = screen.home.path;
    const made = partnership.sample(home);
    await officer.register(screen, join(home, "Round.attest"), made.register, see);
    await officer.issue(screen, join(home, "workbooks"), see);
    await officer.drop(screen, made.returned, see);
    await officer.answerAll(screen, see);
    await officer.goRound(screen, made, see);
    await officer.chase(screen, join(home, "letters"), see);
  }));

test("a panel season: drawn, one replaced, three sessions in the room by key, two members' forms, letters, what came of it, the report", () =>
  inBrowser({ width: 1920, height: 1080 }, async (screen, see) => {
    const home = screen.home.path;
    const theme = "Challenge by boards";
    await panels.openSeason(screen, panels.season(home), see);
    await panels.drawAndReplace(screen, see);
    const sessions = await panels.prepare(screen, see);
    await panels.writeForms(screen, join(home, "forms"));
    await room.threeInTheRoom(screen, sessions, see);
    await panels.readForms(screen, join(home, "forms"), sessions[0], see);
    await panels.concluded(screen, sessions, theme, see);
    await panels.letters(screen, join(home, "panel-letters"), sessions);
    await plan.recommend(screen, theme, sessions.length, see);
    await plan.planTwo(screen, see);
    await plan.meet(screen, when(-1), see);
    await plan.escalate(screen, see);
    await plan.close(screen, home, see);
    await plan.meet(screen, when(0), see);
    await plan.trackers(screen, home, see);
    await plan.report(screen, home, [theme, "boards ask and nobody writes the answer down"]);
  }));

test("packs of four partnerships are merged with one's own, and a peer review is drawn", () =>
  inBrowser({}, async (screen, see) => {
    await exchange.merge(screen, exchange.five(screen.home.path), see);
    await exchange.review(screen, see);
  }));

test("what settings wrote is looked through and coded by key, signals are narrowed, and surveys stand beside the ratings", () =>
  inBrowser({}, async (screen, see) => {
    const home = screen.home.path;
    await voices.open(screen, voices.heard(home));
    await voices.standsOut(screen, see);
    await voices.readAndCode(screen, see);
    await voices.surveys(screen, see);
  }));

test("a case audit: cases by number, four agencies’ forms, voice of the child, briefing, extracts; a dip sample; the programme", () =>
  inBrowser({}, async (screen, see) => {
    const home = screen.home.path;
    await cases.beginFile(screen, join(home, "Cases.attest"));
    const audit = await cases.beginAudit(screen, join(home, "case-forms"), see);
    await cases.formsIn(screen, join(home, "case-forms"), audit, see);
    await cases.toTheBriefing(screen, join(home, "case-papers"), audit, see);
    await cases.dipAndProgramme(screen, see);
  }));

const FITS = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";

test("at 400 % zoom no screen of a round has to be scrolled sideways, what does is reached by key, and a report that is opened has the focus", () =>
  inBrowser({ width: 320, height: 256 }, async (screen, see) => {
    const made = partnership.sample(screen.home.path);
    await screen.answer(made.file);
    await screen.click("button", "Open a file");
    await onHeading(screen, "Round");
    await screen.answer(made.returned);
    await inside(screen, "intake.folder");
    await partnership.ended(screen);
    await everyRoundScreen(screen, async (place) => {
      assert.ok(await screen.evaluate(FITS), `${place} fits`);
      if (/^(analysis|reports)/.test(place)) await see(`${place}-narrow`);
    });
    await screen.evaluate("location.hash = '#/reports'");
    await onHeading(screen, "Reports");
    await screen.click("link", "Paper for the Executive");
    await onHeading(screen, "Paper for the Executive");
  }));

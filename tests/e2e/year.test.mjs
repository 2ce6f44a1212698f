// A setting's year in Chromium: a school's two years, the second in a changed version of the tool.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { inBrowser } from "./browser-journey.mjs";
import * as keyboard from "./keyboard.mjs";
import * as next from "./next-year.mjs";
import * as organisation from "./organisation.mjs";
import * as school from "./school-year.mjs";
import * as year from "./year.mjs";

const { CHILD, SIGNERS } = school;

test("a school's two years: answered, signed, changed, signed again, sent; then carried into a changed version", () =>
  inBrowser({}, async (screen, see) => {
    const at = (name) => join(screen.home.path, name);
    await school.answered(screen, at("Example.attest"), see);
    const first = await school.signedThenChanged(screen, SIGNERS, see);
    const again = await year.signAll(screen, SIGNERS);
    assert.notEqual(again, first, "a changed answer has another code");
    const sent = await year.send(screen, at("Example.xlsx"), again);
    await school.papers(screen, at("pack.html"), "Governor pack");
    const pack = readFileSync(at("pack.html"), "utf8");
    for (const said of [again, "Example Primary School", "How do you know that supply staff"]) assert.ok(pack.includes(said), `the pack says ${said}`);
    assert.ok(!readFileSync(at("Example.attest")).includes(CHILD), "what was taken out is gone from the file");

    await next.nextYear(screen, { earlier: "2026/27", round: "2027/28", tool: "School safeguarding self-assessment (Section 175/157): preview" }, see);
    await next.confirmYear(screen, see);
    await next.reviewAction(screen, "Brief every new governor");
    await year.answerRest(screen);
    await next.newEdition(screen);
    await year.noGaps(screen);
    await year.goTo(screen, "Sign off");
    const second = await year.signAll(screen, SIGNERS);
    const later = await year.send(screen, at("Later.xlsx"), second);
    assert.notEqual(second, again);
    next.compareReturns(sent, later);
  }));

test("an organisation's Section 11 audit, worded for it, to its signed workbook", () =>
  inBrowser({}, async (screen, see) => {
    const name = "Sampleton Youth Justice Service";
    await year.begin(screen, {
      kind: "An organisation", name, label: "Name of the organisation", round: "2026/27", path: join(screen.home.path, "Board.attest"),
    });
    await year.planDates(screen, "Board meeting", { meeting: 10, due: 20 });
    await organisation.noSchool(screen, "the dates");
    await year.answerRest(screen);
    await organisation.wordedForIt(screen);
    await year.goTo(screen, "Sign off");
    await screen.sees("Accountable officer");
    const code = await year.signAll(screen, SIGNERS);
    await see("signed-organisation");
    const sent = await year.send(screen, join(screen.home.path, "Board.xlsx"), code);
    assert.equal(sent.setting, name);
    assert.deepEqual(sent.sign_off.signatures.map((one) => one.name), SIGNERS.map((one) => one.name));
    await organisation.noSchool(screen, "the Send page");
  }));

test("a whole year by keyboard alone, each screen's heading with the focus as it comes", () =>
  inBrowser({}, async (screen) => {
    const name = "Example Football Club";
    await keyboard.begin(screen, name, join(screen.home.path, "Club.attest"));
    await keyboard.tryKeys(screen);
    assert.ok((await keyboard.answerAll(screen, name)) >= 30, "every question was answered by key");
    await keyboard.sign(screen, "A. Example");
    await keyboard.send(screen, join(screen.home.path, "Club.xlsx"));
    const sent = year.readReturn(join(screen.home.path, "Club.xlsx"));
    assert.deepEqual(sent.answers.filter((one) => one.value === null), []);
  }));

// A setting's year in Chromium: a school's two years, the second in a changed version of the tool.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { inBrowser } from "./browser-journey.mjs";
import * as next from "./next-year.mjs";
import * as school from "./school-year.mjs";
import * as year from "./year.mjs";

const SCHOOL = { kind: "A school or college", name: "Example Primary School", label: "Name of the school", round: "2026/27" };
const SIGNERS = [{ name: "A. Example" }, { name: "B. Example" }, { name: "C. Example", minute: "7.2" }];
const CHILD = "943 476 5919";

test("a school's two years: answered, signed, changed, signed again, sent; then carried into a changed version", () =>
  inBrowser({}, async (screen, see) => {
    const at = (name) => join(screen.home.path, name);
    await year.begin(screen, { ...SCHOOL, path: at("Example.attest") });
    await year.planDates(screen, "Governors’ meeting", { meeting: 10, due: 20 });
    await school.answerByHand(screen);
    await school.switchFacts(screen);
    await year.answerRest(screen, { kept: ["school.a5"] });
    await year.goTo(screen, "Sign off");
    await year.challenge(screen, {
      asked: "How do you know that supply staff have read the policy?", by: "C. Example", role: "Chair of governors",
      reply: "Each signs for it on the first day.", replier: "B. Example",
    });
    await school.followChecks(screen, CHILD, see);
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
    await year.noGaps(screen);
    await year.goTo(screen, "Sign off");
    const second = await year.signAll(screen, SIGNERS);
    const later = await year.send(screen, at("Later.xlsx"), second);
    assert.notEqual(second, again);
    next.compareReturns(sent, later);
  }));

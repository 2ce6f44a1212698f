// The walk through the audit tools, for any screen that can be driven.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./processes.mjs";

const shipped = (name) => readFileSync(join(root, "audit-templates", name), "utf8");

/** A file with faults is refused with every fault and its place. */
export async function openFaulty(screen, see) {
  let planted = 0;
  const faulty = shipped("voluntary-2026.1.toml").replace(/duty = "should"/g, (duty) =>
    planted < 20 ? ((planted += 1), 'duty = "shuld"') : duty,
  );
  const path = join(screen.home.path, "faulty.toml");
  writeFileSync(path, faulty);
  await screen.click("button", "Look at the audit tools");
  await screen.sees("School safeguarding self-assessment");
  await screen.answer(path);
  await screen.click("button", "Open an audit tool");
  await screen.sees("20 things to put right in faulty.toml");
  await see("tools-faults");
  await screen.click("button", "Close this list");
}

/** A made-up setting switches questions on, and made-up answers make checks speak. */
export async function tryOut(screen, see) {
  await screen.click("link", "School safeguarding self-assessment (Section 175/157)", { whole: true });
  await screen.sees("Standards and questions");
  await see("tool");
  await screen.click("button", "Try it out");
  await screen.sees("No check has anything to say");
  const before = /(\d+) of \d+ questions are asked/.exec(await screen.text())?.[1];
  const boarding = await screen.find("switch", "boarding or residential");
  await boarding.focus();
  await screen.press("Space");
  await screen.fill("combobox", "A1 Our board", "met");
  await screen.sees("1 remark of the checks");
  const after = /(\d+) of \d+ questions are asked/.exec(await screen.text())?.[1];
  assert.ok(Number(after) > Number(before), `boarding switches questions on: ${before}, ${after}`);
  await see("tool-trial");
  await screen.click("button", "Back to the tool");
}

/** Two versions beside each other: each kind of change with its count. */
export async function compareVersions(screen, see) {
  await screen.click("button", "Compare", { whole: true });
  await screen.sees("The later version says itself");
  await screen.click("button", "Split");
  assert.doesNotMatch(await screen.text(), /\bReworded\n\d+ of 100/);
  await see("tools-compared");
}

/** An edited template becomes a partnership's own version, looked at row by row, and a round begins with it. */
export async function makeOwn(screen, see) {
  const core = shipped("voluntary-2026.1.toml");
  const first = /\[\[standards\.questions\]\][\s\S]*?(?=\n\[\[standards\.questions\]\]\n)/.exec(core)[0];
  const mine = first
    .replace(/\bid = "[^"]+"/, 'id = "local.sampleton.1"')
    .replace(/number = "[^"]+"/, 'number = "L1"')
    .replace(/text = "[^"]+"/, 'text = "Our group has told the Sampleton partnership who leads on safeguarding this year."');
  const path = join(screen.home.path, "edited.toml");
  writeFileSync(path, core.replace(first, `${first}\n${mine}`));
  await screen.evaluate("location.hash = '#/template_own/voluntary%402026.1'");
  await screen.fill("textbox", "Short name of your partnership", "sampleton");
  await screen.answer(path);
  await screen.click("button", "Pick the edited workbook");
  await screen.sees("44 questions are the same.");
  await see("tool-lineage");
  await screen.click("button", "Confirm all of this");
  await screen.sees("The new version stands");
  await see("tool-own");
  await screen.click("button", "Start a round with it");
  await screen.sees("New round for a partnership");
  await screen.sees("Version 2026.1.sampleton");
  await see("round-own-tool");
}

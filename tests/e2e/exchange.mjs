// Exchange on the screen: packs of four partnerships read in and merged with one's own, a peer review planned and drawn.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

import { choose, inside, onHeading, seen } from "./hands.mjs";
import { built, root } from "./processes.mjs";
import { until } from "./walk.mjs";

const NAMES = ["Sampleton", "Exampleton", "Instanceshire", "Northsample", "Southsample"];

function attest(...typed) {
  return JSON.parse(
    execFileSync(join(built, "debug/attest"), ["--json", ...typed], {
      cwd: root,
    }),
  );
}

/** Five partnerships, each with accepted returns; the file of the first and the packs of the others. */
export function five(folder) {
  const made = NAMES.map((name, at) => {
    const { file, returned } = attest("demo", join(folder, name), "--settings", "8", "--seed", String(100 + at));
    const { return_to, address } = attest("call", file, "partnership.show");
    const said = {
      name: `${name} Partnership`,
      short_name: name.toLowerCase(),
      address,
      return_to,
    };
    attest("call", file, "partnership.save", JSON.stringify(said));
    // It ends with 1 where somebody should look at a file, and with 2 where it could not be done.
    assert.ok(
      spawnSync(join(built, "debug/attest"), ["intake", file, returned], {
        cwd: root,
      }).status < 2,
    );
    const { batch } = attest("call", file, "intake.latest");
    attest("call", file, "intake.accept_clean", JSON.stringify({ batch: batch.id }));
    return file;
  });
  const packs = made.slice(1).map((file, at) => {
    const out = join(folder, `${NAMES[at + 1]}.attestpack`);
    attest("pack", "write", file, "--to", "Sampleton Partnership", "--out", out, ...(at < 3 ? ["--names"] : []));
    return out;
  });
  return { file: made[0], packs };
}

/** Reads the packs in, once more to no effect, and looks at the merged report for officers and to share. */
export async function merge(screen, { file, packs }, see) {
  await screen.answer(file);
  await screen.click("button", "Open a file");
  await screen.click("link", "Exchange", { whole: true });
  await onHeading(screen, "Exchange");
  await screen.answer(packs);
  await screen.click("button", "Read packs in…");
  await until(screen, /Southsample Partnership[\s\S]*read in/);
  await see("exchange-read");
  await screen.answer([packs[0]]);
  await screen.click("button", "Read packs in…");
  await until(screen, /was here already/);
  const { rounds } = await inside(screen, "pack.list");
  assert.equal(new Set(rounds.map((one) => one.partnership)).size, 9, "with the four neighbours of the sample");
  await screen.click("button", "Merged report", { whole: true });
  await until(screen, /5 partnerships/);
  await partByPart(screen);
  await see("exchange-merged");
  const named = rounds.find((one) => one.naming === "named");
  assert.ok(named.returned > 0, "returns came with names");
  await screen.answer(join(screen.home.path, "merged.pdf"));
  await screen.click("button", "Save as PDF…");
  await screen.sees("Saved as a PDF.");
  assert.ok(statSync(join(screen.home.path, "merged.pdf")).size > 10_000);
  await screen.click("button", "To share", { whole: true });
  await seen(screen, "return !document.body.innerText.includes('Returns and whose they are')", "what is shared still tells single returns");
  await see("exchange-shared");
}

/** The first part is open and the others are shut; one opens by key, and all by one click. */
async function partByPart(screen) {
  const open = "return document.querySelectorAll('article details[open]').length === arguments[0]";
  await seen(screen, open, "the first part alone is open", 1);
  await screen.evaluate("document.querySelectorAll('article summary')[2].focus(); return true");
  await screen.press("Enter");
  await seen(screen, open, "a second part opens by key", 2);
  await screen.click("button", "Open all parts");
  await until(screen, /Result per question, % met: /);
}

/** Plans a peer review, draws it, and plans its sessions. */
export async function review(screen, see) {
  await screen.click("link", "Peer review", { whole: true });
  await onHeading(screen, "Peer review and challenge");
  await screen.click("button", "Plan a workshop…");
  await choose(screen, "What it is for", "Peer review");
  await screen.fill("textbox", "Name", "Spring peer review");
  await screen.fill("textbox", "Seed", "7");
  await see("workshop-plan");
  await screen.click("button", "Save and draw");
  await until(screen, /Drawn again just now: the same list/);
  const { workshops } = await inside(screen, "workshop.list");
  const drawn = workshops.find((one) => one.plan.name === "Spring peer review");
  for (const line of drawn.lines) {
    assert.ok(!line.reviewers.includes(line.name), `${line.name} does not review itself`);
  }
  await screen.click("button", "Plan the sessions");
  await until(screen, /Planned/);
  await see("workshop");
}

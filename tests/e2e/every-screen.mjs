// Every screen there is while the made-up school or the sample partnership is open, gone to one by one.
import assert from "node:assert/strict";

import { inside, seen } from "./hands.mjs";

const PLACES = [
  "home",
  "audit",
  "audits",
  "next_year",
  "add_setting",
  "changes",
  "evidence",
  "plan",
  "checks",
  "challenges",
  "sign_off",
  "send",
  "read_back",
  "share",
  "sent",
  "papers",
  "guides",
  "guide/completing",
  "templates",
  "own_workbook",
  "history",
  "preferences",
  "search/training",
  "questions/confirm",
  "standard/school.c",
  "question/school.c/school.c4",
  "question/school.v/school.v17",
];
/** A search is begun by typing: its field has the focus, every other screen's heading. */
const TYPED = "return document.activeElement?.type === 'search'";
const STANDS =
  "return document.activeElement?.tagName === 'H1' && document.activeElement.textContent.trim() !== arguments[0] && document.activeElement.textContent.trim()";

/** Opens the made-up school and goes to every screen; each must put the focus on its own heading. */
export async function everyScreen(screen, look) {
  await screen.click("button", "Try it with a made-up school");
  let heading = await seen(screen, STANDS, "the made-up school is not there", "Safeguarding self-assessment, on this computer");
  for (const place of await places(screen)) {
    await screen.evaluate("location.hash = '#/' + arguments[0]", place);
    if (place.startsWith("search")) await seen(screen, TYPED, "the field of the search does not have the focus");
    else if (place !== "home") heading = await seen(screen, STANDS, `${place} has no heading with the focus`, heading);
    await look(place);
  }
}

/** All of them, with the years of the made-up school beside each other, and an audit tool. */
async function places(screen) {
  const [tool] = (await inside(screen, "start.show")).templates;
  const audits = (await inside(screen, "audit.list")).map((one) => one.submission);
  assert.ok(audits.length > 1, "the made-up school has more than one year");
  const key = encodeURIComponent(tool.key);
  return [...PLACES, `compare/${encodeURIComponent(audits.join(" "))}`, `template/${key}`, `template_trial/${key}`];
}

const ROUND = [
  "round",
  "register",
  "register_list",
  "round_settings",
  "issue",
  "intake/",
  "needs",
  "returns",
  "chase",
  "analysis/overview",
  "analysis/standards",
  "analysis/questions",
  "analysis/heatmap",
  "analysis/compare",
  "analysis/written",
  "analysis/signals",
  "analysis/surveys",
  "panels",
  "cases",
  "programme",
  "workshops",
  "exchange",
  "findings",
  "tracking",
  "partnership",
  "reports",
  "reports/full",
  "reports/executive",
  "reports/learning",
  "reports/feedback",
  "reports/charts",
  "reports/written",
  "reports/decisions",
  "reports/scrutineer",
];

/** Goes to every screen of the round in view, and to one of its returns; each must put the focus on its own heading. */
export async function everyRoundScreen(screen, look) {
  const [one] = await inside(screen, "return.list");
  assert.ok(one, "a return came in");
  let heading = "";
  for (const place of [...ROUND, `return/${one.submission}`]) {
    await screen.evaluate("location.hash = '#/' + arguments[0]", place);
    await seen(
      screen,
      "return location.hash === '#/' + arguments[0] || location.hash === '#/' + arguments[0].replace(/\\/$/, '')",
      `${place} is not gone to`,
      place,
    );
    heading = await seen(screen, STANDS, `${place} has no heading with the focus`, heading);
    await look(/^(analysis|reports)\//.test(place) ? place.replace("/", "-") : place.replace(/\/.*/, ""));
  }
}

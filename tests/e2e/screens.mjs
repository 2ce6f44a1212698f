// A picture of every screen, light and dark, for looking at and for the README. Use: node tests/e2e/screens.mjs FOLDER
import { join, resolve } from "node:path";

import { Browser } from "./browser.mjs";
import { inside, onHeading, seen } from "./hands.mjs";
import { sample, takeFolderIn } from "./partnership.mjs";
import * as walk from "./walk.mjs";

const shots = resolve(process.argv[2] ?? "out/screens");

async function both(scheme) {
  const named = (screen) => (name) => screen.shot(join(shots, `${name}-${scheme}.png`), "view");
  await inBrowser(scheme, async (screen) => {
    const see = named(screen);
    await see("start");
    await walk.beginAudit(screen, join(screen.home.path, "Example.attest"));
    await walk.rateThree(screen, see);
    await walk.closeFile(screen);
    await walk.openAgain(screen, "Example", see);
    await walk.writeReturn(screen, join(screen.home.path, "Example.xlsx"));
    await see("return-written");
    await screen.click("button", "History");
    await screen.sees("History");
    await see("history");
    await screen.click("button", "Settings");
    await screen.sees("Settings");
    await see("preferences");
  });
  await inBrowser(scheme, (screen) => madeUpSchool(screen, named(screen)));
  await inBrowser(scheme, async (screen) => {
    const see = named(screen);
    const returns = walk.threeReturns(screen.home.path);
    await walk.beginRound(screen, join(screen.home.path, "Round.attest"), see);
    await walk.takeIn(screen, returns, see);
    await walk.recordFinding(screen, see);
  });
  await inBrowser(scheme, (screen) => samplePartnership(screen, named(screen)));
}

const SIDES = [
  ["questions-to-confirm", "questions/confirm"],
  ["question-carried", "question/school.c/school.c3"],
  ["standard-year", "standard/school.c"],
  ["evidence", "evidence"],
  ["school-plan", "plan"],
  ["checks", "checks"],
  ["challenges", "challenges"],
  ["sign-off", "sign_off"],
  ["send", "send"],
  ["papers", "papers"],
  ["changes", "changes"],
  ["audits", "audits"],
  ["next-year", "next_year"],
  ["search", "search/training"],
  ["guides", "guides"],
  ["guide", "guide/completing"],
  ["tools", "templates"],
];

/** The screens of a year, in the school that is made up to try. */
async function madeUpSchool(screen, see) {
  await screen.click("button", "Try it with a made-up school");
  await onHeading(screen, "Example");
  await see("home-year");
  for (const [name, place] of SIDES) {
    await screen.evaluate("location.hash = '#/' + arguments[0]", place);
    await seen(screen, "return location.hash.endsWith(arguments[0]) && document.querySelector('h1')", `${place} is not there`, place);
    await screen.quiet();
    await walk.settled(screen);
    await see(name);
  }
}

const ROUND = [
  ["round", "round"],
  ["needs", "needs"],
  ["heatmap", "analysis/heatmap"],
  ["standards-round", "analysis/standards"],
  ["reports", "reports"],
  ["plan", "tracking"],
];

/** The screens of an officer's round, in the sample partnership, once its folder is taken in; and a session in the room. */
async function samplePartnership(screen, see) {
  await takeFolderIn(screen, sample(screen.home.path, 60), () => {});
  const { sessions } = await inside(screen, "panel.list");
  const room = sessions.find((one) => one.state === "planned") ?? sessions[0];
  for (const [name, place] of [...ROUND, ["room", `room/${room.id}`]]) {
    await screen.evaluate("location.hash = '#/' + arguments[0]", place);
    await seen(screen, "return location.hash.endsWith(arguments[0]) && document.querySelector('h1')", `${place} is not there`, place);
    await screen.quiet();
    await walk.settled(screen);
    await see(name);
  }
}

async function inBrowser(scheme, journey) {
  const screen = await Browser.open({ scheme });
  try {
    await journey(screen);
  } finally {
    await screen.close();
    screen.home.remove();
  }
}

await both("light");
await both("dark");
console.log(`Screenshots: ${shots}`);

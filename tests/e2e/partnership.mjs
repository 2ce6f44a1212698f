// A partnership officer's walk over the sample: its folder taken in, returns read, one sent back, a long list by key.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { inside, onHeading, seen } from "./hands.mjs";
import { built, root } from "./processes.mjs";
import { tabTo, until } from "./walk.mjs";

const SETTINGS = 12;

/** Makes the sample by the command line; says where its parts are. */
export function sample(folder, settings = SETTINGS) {
  const out = join(folder, "sample");
  const said = execFileSync(
    join(built, "debug/attest"),
    ["--json", "demo", out, "--settings", String(settings)],
    { cwd: root },
  );
  const made = JSON.parse(said);
  assert.equal(made.settings, settings);
  assert.ok(
    readdirSync(made.returned).length >= settings / 4,
    "files wait to be taken in",
  );
  return made;
}

/** Opens the sample's file and takes its folder in. */
export async function takeFolderIn(screen, made, see) {
  await screen.answer(made.file);
  await screen.click("button", "Open a file");
  await screen.click("link", "Post room", { whole: true });
  await onHeading(screen, "Post room");
  await screen.answer(made.returned);
  await inside(screen, "intake.folder");
  await ended(screen);
  await screen.evaluate("location.hash = '#/returns'");
  await onHeading(screen, "Returns");
  await seen(
    screen,
    "return document.querySelectorAll('[role=grid] [role=row]').length > 3",
    "no returns are listed",
  );
  await see("returns");
}

/** Checks and accepts several at once, narrowed to those received, by keyboard alone. */
export async function acceptSeveral(screen, see) {
  await screen.fill("textbox", "Find a return", "School");
  await until(screen, /\d+ of \d+ returns shown/);
  await screen.fill("textbox", "Find a return", "");
  await screen.click("button", /^Received/);
  const waiting = (await rows(screen)).filter(
    (row) => row.state === "received",
  ).length;
  assert.ok(waiting >= 3, `${waiting} returns wait`);
  await focusGrid(screen);
  for (const key of ["Home", "Space", "Shift+ArrowDown"])
    await screen.press(key);
  await until(screen, /2 returns chosen/);
  await see("returns-chosen");
  await screen.click("button", "Mark 2 as checked");
  await until(screen, /2 returns marked as checked/);
  await screen.click("button", /^All/);
  await focusGrid(screen);
  await screen.press("Control+a");
  await screen.click("button", /^Accept \d+/);
  await until(screen, /returns accepted\./);
  const [, told] =
    /returns accepted\. (\d+) left waiting/.exec(await screen.text()) ?? [];
  const left = (await rows(screen)).filter((row) =>
    ["received", "checked"].includes(row.state),
  );
  assert.equal(
    left.length,
    Number(told ?? 0),
    "every return that stays is told of",
  );
  const asked = (await inside(screen, "needs.list")).questions;
  assert.ok(
    left.every((row) =>
      asked.some((one) => JSON.stringify(one).includes(row.name)),
    ),
    "who stays is asked about",
  );
}

/** Reads a return by key, notes on a question, sends it back with a workbook of one question. */
export async function sendOneBack(screen, path, see) {
  await focusGrid(screen);
  await screen.press("Home");
  await screen.press("Enter");
  await screen.sees("From the register");
  await screen.sees("Files that came in");
  await see("return-read");
  await screen.click("button", "Add a note on A2");
  await screen.fill("textbox", "Note", "Is this about this year?", {
    whole: true,
  });
  await screen.click("button", "Save the note");
  await screen.sees("Is this about this year?");
  await screen.click("button", "Send back…");
  await screen.click("button", /^Send back$/);
  await screen.sees("Enter what has to be put right");
  await screen.fill(
    "textbox",
    "What has to be put right?",
    "One answer needs a word more.",
  );
  await screen.evaluate(
    "const pick = document.querySelector('#back-question'); pick.selectedIndex = 2; pick.dispatchEvent(new Event('change', { bubbles: true }))",
  );
  await screen.fill("textbox", /^Why .* is in doubt/, "Which policy is meant?");
  await see("send-back");
  await screen.answer(path);
  await screen.click("button", "Save the workbook and send back");
  await screen.sees("The return was sent back.");
  await see("sent-back");
  assert.ok(
    statSync(path).size > 5_000,
    "the workbook with the question is there",
  );
  await screen.click("button", "Done");
  await until(screen, /Sent back · Round/);
}

/** A list of 24,000 returns draws what is seen and no more, and scrolls without a stutter. */
export async function longList(screen) {
  const [one] = await rows(screen);
  const many = Array.from({ length: 24_000 }, (_, at) => ({
    ...one,
    submission: `s${at}`,
    name: `School ${at}`,
    urn: String(at),
  }));
  await screen.page.route("**/call", async (route) => {
    if (!route.request().postData().includes('"return.list"'))
      return route.fallback();
    const answered = await (await route.fetch()).json();
    return route.fulfill({ json: { ...answered, value: many } });
  });
  await screen.evaluate("location.hash = '#/analysis/overview'");
  await onHeading(screen, "Analysis");
  await screen.evaluate("location.hash = '#/returns'");
  await until(screen, /24000 of 24000 returns shown/);
  const told = await scrolled(screen);
  assert.ok(told.drawn < 1_200, `${told.drawn} cells are drawn`);
  await focusGrid(screen);
  await screen.press("End");
  await until(screen, /School 23999/);
  return told;
}

/** Scrolls through the list as a wheel does, frame by frame; processor time of scripts a frame, and the most cells drawn. */
async function scrolled(screen) {
  const cdp = await screen.page.context().newCDPSession(screen.page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () =>
    (await cdp.send("Performance.getMetrics")).metrics.find(
      ({ name }) => name === "ScriptDuration",
    ).value;
  const before = await spent();
  const { frames, drawn } = await screen.evaluate(`
    const frame = document.querySelector("[role=grid]");
    return (async () => {
      let drawn = 0;
      const frames = 120;
      for (let at = 0; at < frames; at += 1) {
        frame.scrollTop += 90;
        await new Promise(requestAnimationFrame);
        if (at % 20 === 0) drawn = Math.max(drawn, frame.querySelectorAll("[role=gridcell], [role=rowheader]").length);
      }
      return { frames, drawn };
    })();`);
  return { script: (((await spent()) - before) * 1000) / frames, drawn };
}

/** Every return of the round. */
export async function rows(screen) {
  return inside(screen, "return.list");
}

/** Waits until the work that runs has ended well. */
export async function ended(screen) {
  for (let waited = 0; waited < 600; waited += 1) {
    const job = await inside(screen, "job.show");
    if (job?.state !== "running")
      return assert.equal(job?.state, "done", job?.message);
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail("the intake does not end");
}

/** Reaches the list by Tab, from what stands before it. */
export async function focusGrid(screen, before = "Columns") {
  await tabTo(screen, before);
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if (
      await screen.evaluate(
        "return document.activeElement?.getAttribute('role') === 'grid'",
      )
    )
      return;
    await screen.press("Tab");
  }
  assert.fail("the list is not reached by Tab");
}

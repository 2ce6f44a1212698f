// What is on the screen, taken along: a table copied and pasted, tables and the heatmap as Excel, a chart as a picture.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { onHeading } from "./hands.mjs";
import { until } from "./walk.mjs";

/** What another program would be given: pasted by key into a field that is there for that alone. */
export async function pasted(screen) {
  await screen.evaluate(
    "const field = document.createElement('textarea'); field.id = 'pasted'; document.body.append(field); field.focus()",
  );
  await screen.press("Control+v");
  return screen.evaluate("const field = document.getElementById('pasted'); const text = field.value; field.remove(); return text");
}

/** Saves what is on the screen by a button, and gives the first bytes of the file that stands there. */
async function saved(screen, path, button) {
  await screen.answer(path);
  await screen.click("button", button);
  await until(screen, /Saved as/);
  await screen.quiet();
  return readFileSync(path).subarray(0, 4).toString("latin1");
}

/** Copies a table for officers and for others, saves it, the heatmap and a chart. */
export async function takeAlong(screen, home, see) {
  await screen.evaluate("location.hash = '#/analysis/standards'");
  await onHeading(screen, "Result per standard");
  await screen.quiet();
  await screen.click("button", "Copy the table");
  await until(screen, /The table is copied/);
  const officers = await pasted(screen);
  assert.match(officers, /^Standard\t.*% met: number\t% met: out of\t% met/);
  assert.match(officers, /\nAll standards\t/);
  await screen.page.locator("#readers").selectOption("others");
  await screen.quiet();
  await screen.click("button", "Copy the table");
  await until(screen, /The table is copied|press the same button once more/);
  if (/once more/.test(await screen.text())) await screen.click("button", "Copy the table");
  await until(screen, /The table is copied/);
  assert.match(await pasted(screen), /^Standard\t/);
  assert.equal(await saved(screen, join(home, "standards.xlsx"), "Save as Excel…"), "PK\u0003\u0004");
  await see("taken-along");
  await screen.evaluate("location.hash = '#/analysis/heatmap'");
  await onHeading(screen, "Heatmap");
  await screen.quiet();
  assert.equal(await saved(screen, join(home, "heat.xlsx"), "Save as Excel…"), "PK\u0003\u0004");
  await screen.evaluate("location.hash = '#/reports/charts'");
  await onHeading(screen, "Charts");
  await screen.quiet();
  assert.equal(await saved(screen, join(home, "chart.png"), /Save as PNG/), "\u0089PNG");
}

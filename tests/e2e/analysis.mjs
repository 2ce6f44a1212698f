// The figures of a round by keyboard alone: what is in a number, the return behind it, a past day, a decision about a question.
import assert from "node:assert/strict";

import { onHeading, putDate } from "./hands.mjs";
import { until } from "./walk.mjs";

/** Walks over the figures with the arrow keys, opens one, opens a return behind it, and looks at a day before anything was in. */
export async function lookBehind(screen, see) {
  await screen.evaluate("location.hash = '#/analysis/standards'");
  await onHeading(screen, "Result per standard");
  await until(screen, /Press Enter on a figure/);
  const spot = () =>
    screen.evaluate("return document.activeElement.dataset.spot");
  const before = await tabToFigure(screen, spot);
  await screen.press("ArrowRight");
  assert.notEqual(
    await spot(),
    before,
    "the arrow key goes to the next figure",
  );
  const held = await spot();
  await screen.press("Enter");
  await until(screen, /What is in this number[\s\S]*Find a setting/);
  await see("behind");
  await screen.press("Escape");
  assert.equal(await spot(), held, "the focus goes back to the figure");
  await screen.press("Enter");
  await until(screen, /Find a setting/);
  await screen.page.locator("dialog details li a").first().click();
  await until(screen, /Back to the returns/);
  await screen.evaluate("location.hash = '#/analysis/questions'");
  await onHeading(screen, "Result per question");
  await screen.page.locator("#as-at").selectOption("day");
  await putDate(screen, "Which day", "2020-01-01");
  await screen.click("button", "Show", { whole: true });
  await until(screen, /As it stood then[\s\S]*As at 1 January 2020/);
  await see("as-at");
}

/** Presses Tab until a figure of the table has the focus; gives its place. */
async function tabToFigure(screen, spot) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const at = await spot();
    if (at) return at;
    await screen.press("Tab");
  }
  return assert.fail("no figure is reached by Tab");
}

/** Decides, by name and with a reason, that a question is not compared with the last round; and takes it back. */
export async function decide(screen, see) {
  await screen.evaluate("location.hash = '#/analysis/compare'");
  await onHeading(screen, "Between rounds");
  await until(screen, /What is compared/);
  await screen.page
    .locator("details summary", { hasText: "compared" })
    .last()
    .click();
  await screen.click("button", /^Do not compare/);
  await screen.click("button", "Save the decision");
  await until(screen, /Say why/);
  await screen.fill("textbox", "Why", "The guidance asks something else now.");
  await see("compare-decide");
  await screen.click("button", "Save the decision");
  await until(screen, /Left out by .* The guidance asks something else now/);
  await screen.click("button", "Take the decision back");
  await until(screen, /^(?![\s\S]*Left out by)/);
}

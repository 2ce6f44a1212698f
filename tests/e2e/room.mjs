// Panel sessions in the room: one question on a shared display, answered by keys alone, read from afar.
import assert from "node:assert/strict";

import { inside, onHeading, seen } from "./hands.mjs";
import { tabTo, typeKeys } from "./walk.mjs";

/** Records three sessions, each with keys of its own: a word on it, a rating with its reason, several and back. */
export async function threeInTheRoom(screen, [first, second, third], see) {
  await byWord(screen, first, see);
  await higherThenBack(screen, second);
  await byRating(screen, third, see);
}

/** Goes to a session's page as it stands now, from wherever one is. */
export async function toSession(screen, { session, name }) {
  await screen.evaluate("location.hash = '#/findings'");
  await onHeading(screen, "Findings");
  await screen.evaluate("location.hash = '#/panel/' + arguments[0]", session);
  await onHeading(screen, name);
}

/** Opens the room from a session's page by key. */
async function enter(screen, met) {
  await toSession(screen, met);
  await tabTo(screen, "Show in the room");
  await screen.press("Enter");
  await screen.sees("An immediate concern about a child is not for the panel.");
}

/** Leaves the room by key; what the panel sees is in the file, a word for each question. */
async function leave(screen, session, wanted) {
  await screen.press("Escape");
  await seen(screen, "return location.hash.startsWith('#/panel/')", "Escape does not leave the room");
  const { questions } = await inside(screen, "panel.show", { session });
  const views = questions.filter((one) => one.view).map((one) => one.view);
  assert.deepEqual(views.map((view) => view.sees).sort(), wanted);
  return views;
}

/** Agrees, leaves untested and takes it back, sees it lower and says why; type and contrast are fit for a shared display. */
async function byWord(screen, met, see) {
  await enter(screen, met);
  await readFromAfar(screen, met.session);
  await screen.press("u");
  await screen.sees("Nothing was recorded here");
  await see("room");
  await keep(screen, "a", "Agrees");
  await screen.press("ArrowRight");
  await screen.sees("2 of");
  await keep(screen, "n", "Not tested");
  await screen.press("u");
  await screen.sees("Taken back");
  await screen.press("l");
  await screen.sees("Why? Then Enter");
  await typeKeys(screen, "the log stops in spring");
  await see("room-reason");
  await keep(screen, "Enter", "Lower");
  await leave(screen, met.session, ["agrees", "lower"]);
}

/** Sees one higher than the setting did, thinks better of another reason, and goes back. */
async function higherThenBack(screen, met) {
  await enter(screen, met);
  await screen.press("h");
  await screen.sees("Why? Then Enter");
  await typeKeys(screen, "staff told us how");
  await keep(screen, "Enter", "Higher");
  await screen.press("ArrowRight");
  await screen.sees("2 of");
  await screen.press("l");
  await screen.sees("Why? Then Enter");
  await screen.press("Escape");
  await screen.sees("No view recorded yet");
  await keep(screen, "a", "Agrees");
  await screen.press("ArrowLeft");
  await screen.sees("staff told us how");
  await leave(screen, met.session, ["agrees", "higher"]);
}

/** Gives a lower rating by its number, with the reason, and says that the setting agrees. */
async function byRating(screen, met, see) {
  const { questions, plan } = await inside(screen, "panel.show", { session: met.session });
  const asked = questions.filter((one) => plan.questions.includes(one.line.question));
  await enter(screen, met);
  const [at, place] = lower(asked);
  for (let gone = 0; gone < at; gone += 1) await screen.press("ArrowRight");
  await screen.sees(`${at + 1} of`);
  await screen.press(String(place + 1));
  await screen.sees("Why? Then Enter");
  await typeKeys(screen, "boards ask and nobody writes the answer down");
  await screen.press("Tab");
  await screen.press("Space");
  await see("room-rating");
  await keep(screen, "Enter", "Lower");
  const [view] = await leave(screen, met.session, ["lower"]);
  assert.equal(view.level, asked[at].line.levels[place].code);
  assert.equal(view.agreed, true, "the setting agrees");
}

const RISING = ["not_met", "partly", "mostly", "met", "exceeds"];

/** The first question whose own rating leaves room below it, and the place of such a rating. */
function lower(asked) {
  for (const [at, { line }] of asked.entries()) {
    const own = line.levels.find((level) => level.code === line.self_rating);
    const place = line.levels.findIndex(
      (level) => RISING.includes(level.meaning) && RISING.indexOf(level.meaning) < RISING.indexOf(own?.meaning),
    );
    if (place >= 0) return [at, place];
  }
  return assert.fail("every question was rated as low as can be");
}

async function keep(screen, key, words) {
  await screen.press(key);
  await screen.sees(`Kept: ${words}`);
}

/** Names are hidden, nothing is set small, and everything stands out from its ground. */
async function readFromAfar(screen, session) {
  assert.deepEqual(await screen.evaluate(SMALL), [], "nothing in the room is set smaller than 32 px");
  assert.deepEqual(await screen.evaluate(FAINT), [], "every contrast in the room is at least 7:1");
  const text = await screen.text();
  const { setting, people } = await inside(screen, "panel.show", { session });
  for (const name of [setting.name, ...people.map((one) => one.name)]) assert.ok(!text.includes(name), `${name} is hidden`);
}

const SMALL = `
const texts = [...document.querySelectorAll(".room *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
return texts.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 32).map((one) => one.textContent.trim().slice(0, 40));`;
const FAINT = `
const part = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)); return 0.2126 * x + 0.7152 * y + 0.0722 * z; };
const ground = (one) => { for (let at = one; at; at = at.parentElement) { const colour = part(getComputedStyle(at).backgroundColor); if (colour.length < 4 || colour[3] > 0) return colour; } return [255, 255, 255]; };
const texts = [...document.querySelectorAll(".room *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
const ratio = (one) => { const [a, b] = [light(part(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
return texts.filter((one) => ratio(one) < 7).map((one) => one.textContent.trim().slice(0, 40) + " " + ratio(one).toFixed(1));`;

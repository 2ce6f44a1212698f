// A whole year with no mouse: only keys are pressed here, and every screen's heading has the focus when it comes.
import assert from "node:assert/strict";

import { inside, onHeading, seen, when } from "./hands.mjs";
import { typeKeys, until } from "./walk.mjs";

const FOCUSED = `
const at = document.activeElement;
return (at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent ?? "").replace(/\\s+/g, " ").trim();`;

/** Presses Tab, or Shift+Tab, until the focus is on what is named. */
export async function reach(screen, name, key = "Tab") {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if ((await screen.evaluate(FOCUSED)).startsWith(name)) return;
    await screen.press(key);
  }
  assert.fail(`“${name}” is not reached by ${key}; the focus is on “${await screen.evaluate(FOCUSED)}”`);
}

/** Reaches something and presses Enter on it. */
export async function enter(screen, name, key = "Tab") {
  await reach(screen, name, key);
  await screen.press("Enter");
}

/** A side of the file by its link over the screen; its heading has the focus then. */
export async function side(screen, name, heading = name) {
  await enter(screen, name, "Shift+Tab");
  await onHeading(screen, heading);
}

async function typeInto(screen, label, text) {
  await reach(screen, label);
  await typeKeys(screen, text);
}

/** Begins a voluntary group's audit: the kind is chosen with the arrows. */
export async function begin(screen, name, path) {
  await screen.sees("on this computer");
  await screen.answer(path);
  await enter(screen, "New audit");
  await onHeading(screen, "New audit");
  await reach(screen, "A school or college");
  for (let down = 0; down < 3; down += 1) await screen.press("ArrowDown");
  await typeInto(screen, "Name of the organisation", name);
  await enter(screen, "Choose where to save and begin");
  await onHeading(screen, name);
  await enter(screen, "Begin with the first question");
  await screen.sees("Question 1 of");
}

const OPEN = `
const [screen, standard, question] = location.hash.replace("#/", "").split("/").map(decodeURIComponent);
return screen === "question" && question.includes(".") ? { standard, question } : screen === "home" ? { standard: "" } : null;`;

/** Answers one question after the other, each by its own keys, until there is none left; gives how many. */
export async function answerAll(screen, home) {
  for (let answered = 0; ; answered += 1) {
    const { standard, question } = await seen(screen, OPEN, "no question and not home");
    if (!standard) {
      await onHeading(screen, home);
      return answered;
    }
    const { questions } = await inside(screen, "standard.show", { standard });
    const one = questions.find((other) => other.id === question);
    await onHeading(screen, one.number);
    await answerOne(screen, one);
    await screen.press("Control+Enter");
    await seen(screen, `return !location.hash.endsWith("/${question}")`, `Control and Enter leave ${one.number}`);
  }
}

async function answerOne(screen, one) {
  if (one.levels.length > 0) return rateOne(screen, one);
  if (one.kind === "date") return typeDate(screen);
  if (one.kind.endsWith("choices")) {
    await reach(screen, one.choices[0]);
    return screen.press("Space");
  }
  await typeInto(screen, "Answer", one.kind === "number" ? "0" : "as agreed");
}

/** A legal duty as met, with a note; else the first judgement that asks for nothing more. */
async function rateOne(screen, { number, duty, levels }) {
  const plain = levels.find(({ level }) => level.asks.length === 0 && level.meaning !== "not_applicable");
  const level = duty === "must" || !plain ? levels[0] : plain;
  await screen.press(level.key);
  await screen.sees(`Undo rating of ${number}`);
  if (level === plain) return;
  await screen.press("n");
  await typeKeys(screen, "seen this term");
}

async function typeDate(screen) {
  await reach(screen, "Day");
  for (const [at, digits] of when(-70).split("-").reverse().entries()) {
    if (at > 0) await screen.press("Tab");
    await typeKeys(screen, digits);
  }
}

/** The list of keys, opened and left; undo and redo on a screen that has no field. */
export async function tryKeys(screen) {
  await screen.press("?");
  await screen.sees("Keyboard shortcuts");
  await screen.press("Escape");
  await seen(screen, "return !document.querySelector('dialog[open]')", "Escape closes the list of keys");
}

/** Sees that no gap is left, and signs the one step. */
export async function sign(screen, name) {
  await side(screen, "Checks");
  await until(screen, /0 gaps|Nothing is open/);
  await side(screen, "Sign off");
  await typeInto(screen, "Name of the person who signs", name);
  await enter(screen, "Record this signature");
  await screen.sees("Everybody has signed");
  await seen(screen, "return document.activeElement?.id === 'steps'", "after signing, the steps have the focus");
}

/** Writes the return. */
export async function send(screen, path) {
  await side(screen, "Send");
  await screen.answer(path);
  await enter(screen, "Write the return");
  await screen.sees("Saved as a return file. Now send it to");
}

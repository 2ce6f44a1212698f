// What hands and eyes do on any screen: choose in a group, type a date, see where the focus is, ask the core as the page does.
import assert from "node:assert/strict";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until a script in the page gives something, and gives it. */
export async function seen(screen, script, what, ...args) {
  for (let waited = 0; waited < 100; waited += 1) {
    const found = await screen.evaluate(script, ...args);
    if (found) return found;
    await pause(100);
  }
  return assert.fail(`${what}; the screen says:\n${await screen.text()}`);
}

const HEADING = `
const at = document.activeElement;
return at?.tagName === "H1" && at.textContent.replace(/\\s+/g, " ").includes(arguments[0]);`;

/** Sees that a screen has come, and that its heading has the focus. */
export function onHeading(screen, words) {
  return seen(screen, HEADING, `the heading “${words}” does not have the focus`, words);
}

const CHOOSE = `
const [legend, label] = arguments;
const open = document.querySelector("dialog[open]") ?? document;
const words = (one) => (one?.textContent ?? "").replace(/\\s+/g, " ").trim();
const group = [...open.querySelectorAll("fieldset")].find((one) => words(one.querySelector("legend")).includes(legend));
const input = [...(group?.querySelectorAll("input[type=radio], input[type=checkbox]") ?? [])]
  .find((one) => [...one.labels].some((said) => words(said).startsWith(label)));
if (!input || input.matches(":disabled")) return false;
if (!input.checked) input.click();
return true;`;

/** Chooses in a group of radios or ticks, by what the group asks and what the choice says. */
export function choose(screen, legend, label) {
  return seen(screen, CHOOSE, `“${label}” cannot be chosen under “${legend}”`, legend, label);
}

const SHOWN_SIDE = "return [...document.querySelectorAll('[aria-pressed=true]')].some((one) => one.textContent.trim() === arguments[0])";

/** Shows a side of a page by its button, and sees that it is the one shown. */
export async function showSide(screen, words) {
  await screen.click("button", words, { whole: true });
  await seen(screen, SHOWN_SIDE, `${words} is not shown`, words);
}

const DATE_PART = `
const [legend, part] = arguments;
const open = document.querySelector("dialog[open]") ?? document;
const words = (one) => (one?.textContent ?? "").replace(/\\s+/g, " ").trim();
const group = [...open.querySelectorAll("fieldset")].find((one) => words(one.querySelector("legend")).includes(legend));
const input = [...(group?.querySelectorAll("input") ?? [])].find((one) => words(one.labels[0]) === part);
input?.focus();
input?.select();
return Boolean(input);`;

/** Types a date into its three fields. */
export async function putDate(screen, legend, date) {
  const [year, month, day] = date.split("-");
  for (const [part, digits] of [
    ["Day", day],
    ["Month", month],
    ["Year", year],
  ]) {
    await seen(screen, DATE_PART, `no field “${part}” under “${legend}”`, legend, part);
    for (const digit of digits) await screen.press(digit);
  }
}

/** A day so many days from today as the clock on the wall has it, in the order in which the core takes it. */
export function when(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const CALL = `
const call = async (name, input) => {
  const inside = window.__TAURI_INTERNALS__;
  if (inside) return (await inside.invoke("call", { name, input })).value;
  const sent = await fetch("/call", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name, input }) });
  const said = await sent.json();
  if (!sent.ok) throw new Error(name + ": " + said.message);
  return said.value;
};`;

/** Runs a script in the page that may \`call\` the core and wait; \`given\` are its arguments. */
export async function inPage(screen, body, ...args) {
  await screen.quiet?.();
  const script = `const given = [...arguments]; ${CALL} const work = (async () => { ${body} })();`;
  if (!screen.evaluateAsync) return screen.evaluate(`${script} return work;`, ...args);
  const last = "const done = arguments[arguments.length - 1];";
  const told = await screen.evaluateAsync(
    `${script} ${last} work.then((value) => done({ value: value ?? null }), (error) => done({ error: error?.message ?? String(error) }));`,
    ...args,
  );
  if (told.error) throw new Error(told.error);
  return told.value;
}

/** What the core gives once it fits: what a key began is in the file a moment later. */
export async function comes(screen, name, fits, what) {
  for (let waited = 0; waited < 100; waited += 1) {
    const given = await inside(screen, name);
    if (fits(given)) return given;
    await pause(100);
  }
  return assert.fail(what);
}

/** Sends the form that is open in a dialog. */
export function submit(screen) {
  return seen(screen, SUBMIT, "no dialog with a form is open");
}

const SUBMIT = `
const button = document.querySelector("dialog[open] button[type=submit]");
button?.click();
return Boolean(button);`;

/** One command of the core, asked as the page asks, once nothing else is under way. */
export function inside(screen, name, input = {}) {
  return inPage(screen, "return call(given[0], given[1]);", name, input);
}

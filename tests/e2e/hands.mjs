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
  for (const [part, digits] of [["Day", day], ["Month", month], ["Year", year]]) {
    await seen(screen, DATE_PART, `no field “${part}” under “${legend}”`, legend, part);
    for (const digit of digits) await screen.press(digit);
  }
}

/** A day so many days from today, as the fields take it. */
export function when(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
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

/** One command of the core, asked as the page asks. */
export function inside(screen, name, input = {}) {
  return inPage(screen, "return call(given[0], given[1]);", name, input);
}

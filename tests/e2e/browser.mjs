// Chromium over the loopback host, seen through the same calls as the window.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { chromium } from "playwright-core";

import { built, folder, root, start } from "./processes.mjs";

const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Counts the calls that the page has under way, until it has what they gave. */
function countCalls() {
  const real = globalThis.fetch;
  globalThis.__calls = 0;
  globalThis.fetch = async (...given) => {
    const ended = () => setTimeout(() => setTimeout(() => (globalThis.__calls -= 1)));
    globalThis.__calls += 1;
    try {
      const reply = await real(...given);
      reply.clone().text().then(ended, ended);
      return reply;
    } catch (error) {
      ended();
      throw error;
    }
  };
}

export class Browser {
  #host;
  #chromium;
  #page;
  #home;
  #violations = [];

  static async open({ home = folder(), scheme = "light", width = 1280, height = 900, forced = "none" } = {}) {
    const browser = new Browser();
    browser.#home = home;
    browser.#host = await start(
      join(built, "debug/attest"),
      ["serve", "--port", "0", "--page", join(root, "ui/dist"), "--folder", home.path],
      { env: { XDG_DATA_HOME: join(home.path, "data") }, ready: /http:\/\/127\.0\.0\.1:(\d+)/ },
    );
    browser.#chromium = await chromium.launch({ executablePath: "/usr/bin/chromium", args: QUIET });
    const context = await browser.#chromium.newContext({
      colorScheme: scheme, forcedColors: forced, viewport: { width, height }, locale: "en-GB", timezoneId: "Europe/London",
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await context.addInitScript(countCalls);
    browser.#page = await context.newPage();
    browser.#page.setDefaultTimeout(10_000);
    browser.#page.on("console", (message) => {
      if (/CSP |Content Security Policy/.test(message.text())) browser.#violations.push(message.text());
    });
    browser.#page.on("pageerror", (error) => browser.#violations.push(`page error: ${error.message}`));
    await browser.#page.goto(browser.address);
    return browser;
  }

  get address() {
    return `http://127.0.0.1:${this.#host.match[1]}/`;
  }

  get home() {
    return this.#home;
  }

  get page() {
    return this.#page;
  }

  #find(role, name, { whole = false } = {}) {
    const labelled = () => this.#page.getByLabel(name, { exact: whole }).and(this.#page.locator("input, textarea"));
    const wanted = role === "textbox" ? labelled() : this.#page.getByRole(role, { name, exact: whole });
    return wanted.filter({ visible: true }).first();
  }

  async find(role, name, options) {
    const element = this.#find(role, name, options);
    await element.waitFor();
    return element;
  }

  async click(role, name, options) {
    if (role === "radio" || role === "checkbox") return this.#page.getByRole(role, { name }).first().check({ force: true });
    return this.#find(role, name, options).click();
  }

  async fill(role, name, text, options) {
    const element = this.#find(role, name, options);
    return role === "combobox" ? element.selectOption(text) : element.fill(text);
  }

  press(chord) {
    return this.#page.keyboard.press(chord);
  }

  text() {
    return this.#page.evaluate(() => document.body.innerText);
  }

  title() {
    return this.#page.title();
  }

  sees(text) {
    return this.#page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  evaluate(script, ...args) {
    return this.#page.evaluate(([body, values]) => new Function(body)(...values), [script, args]);
  }

  async answer(...answers) {
    const sent = await fetch(`${this.address}desktop`, { method: "POST", body: JSON.stringify(answers) });
    if (!sent.ok) throw new Error(`the loopback host took no answers: ${await sent.text()}`);
  }

  async axe() {
    const source = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
    await this.#page.evaluate(source);
    return this.#page.evaluate(async () => {
      const found = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] });
      return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).join(" | ")}`);
    });
  }

  /** Waits until no call of the page is under way: what was done last is in the file, and what came of it on the screen. */
  async quiet() {
    if ((await this.#page.evaluate(() => globalThis.__calls).catch(() => 1)) === 0) return;
    await this.#page.waitForFunction(() => globalThis.__calls === 0, null, { polling: 20, timeout: 60_000 });
  }

  violations() {
    return this.#violations;
  }

  /** A picture of the whole page, or of what is in view. */
  async shot(path, part = "page") {
    mkdirSync(dirname(path), { recursive: true });
    await this.#page.screenshot({ path, fullPage: part === "page" });
  }

  async close() {
    await this.#chromium.close();
    await this.#host.end();
  }
}

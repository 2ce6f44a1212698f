// The real window: the built app under WebKitWebDriver, seen through the same calls as the browser.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { built, folder, freePort, root, start } from "./processes.mjs";
import { WebDriver } from "./webdriver.mjs";

const finder = readFileSync(new URL("./finder.js", import.meta.url), "utf8");
const axe = () => readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class Window {
  #driver;
  #program;
  #home;

  /** Opens the app; `home` is its user's folder, kept by the caller when it is given. */
  static async open({ home = folder(), args = [], app = join(built, "debug/attest-desktop"), env = {} } = {}) {
    const window = new Window();
    const port = await freePort();
    window.#home = home;
    window.#program = await start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
      env: {
        TAURI_WEBVIEW_AUTOMATION: "true",
        WEBKIT_DISABLE_DMABUF_RENDERER: "1",
        XDG_DATA_HOME: join(home.path, "data"),
        XDG_CONFIG_HOME: join(home.path, "config"),
        XDG_CACHE_HOME: join(home.path, "cache"),
        ATTEST_SCRIPTED_DESKTOP: join(home.path, "desktop"),
        DBUS_SESSION_BUS_ADDRESS: "disabled:",
        ...env,
      },
    });
    mkdirSync(join(home.path, "desktop"), { recursive: true });
    window.#driver = new WebDriver(port);
    await window.#connect(app, args);
    await window.#driver.run(
      "window.__violations = []; document.addEventListener('securitypolicyviolation', (e) => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));",
    );
    return window;
  }

  async #connect(app, args) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#driver.open(app, args);
      } catch (error) {
        if (attempt === 20) throw error;
        await pause(250);
      }
    }
  }

  get home() {
    return this.#home;
  }

  async find(role, name, { whole = false, within = 10_000 } = {}) {
    const until = Date.now() + within;
    for (;;) {
      const element = await this.#driver.run(finder, role, name, whole);
      if (element) return element;
      if (Date.now() > until) throw new Error(`no ${role} named “${name}” on “${await this.#driver.title()}”:\n${await this.text()}`);
      await pause(100);
    }
  }

  async click(role, name, options) {
    const element = await this.find(role, name, options);
    // A native radio may be drawn by its label: clicked as the browser's own driver would.
    await this.#driver.run("arguments[0].scrollIntoView({ block: 'center' })", element);
    try {
      await this.#driver.click(element);
    } catch {
      await this.#driver.run("arguments[0].click()", element);
    }
  }

  async fill(role, name, text, options) {
    const element = await this.find(role, name, options);
    const native = await this.#driver.run("return arguments[0].type === 'date' || arguments[0].tagName === 'SELECT'", element);
    if (native) {
      return this.#driver.run(
        "const [e, v] = arguments; e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}));",
        element, text,
      );
    }
    await this.#driver.clear(element);
    await this.#driver.type(element, text);
  }

  press(chord) {
    return this.#driver.press(chord);
  }

  text() {
    return this.#driver.run("return document.body.innerText");
  }

  title() {
    return this.#driver.title();
  }

  async sees(text, within = 10_000) {
    const until = Date.now() + within;
    while (!(await this.text()).toLowerCase().includes(text.toLowerCase())) {
      if (Date.now() > until) throw new Error(`“${text}” is not on “${await this.title()}”:\n${await this.text()}`);
      await pause(100);
    }
  }

  evaluate(script, ...args) {
    return this.#driver.run(script, ...args);
  }

  evaluateAsync(script, ...args) {
    return this.#driver.runAsync(script, ...args);
  }

  /** Says beforehand what the next dialogs answer: one path (or list of paths) a dialog; null is dismissed. */
  answer(...answers) {
    const queue = join(this.#home.path, "desktop", "answers.json");
    mkdirSync(dirname(queue), { recursive: true });
    writeFileSync(queue, JSON.stringify(answers));
  }

  async axe() {
    await this.#driver.run(`${axe()}; return true`);
    const found = await this.#driver.runAsync(
      "const done = arguments[arguments.length - 1]; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target + ' ' + n.failureSummary).join(' | '))), (e) => done(['axe failed: ' + e]))",
    );
    return found;
  }

  violations() {
    return this.#driver.run("return window.__violations");
  }

  async shot(path) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await this.#driver.screenshot());
  }

  async close() {
    await this.#driver.close();
    await this.#program.end();
  }
}

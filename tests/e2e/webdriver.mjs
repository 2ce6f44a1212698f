// The few calls of the WebDriver protocol that the window tests need, over loopback.
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const KEYS = {
  Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", Space: " ", Backspace: "\uE003",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
  Control: "\uE009", Shift: "\uE008", Alt: "\uE00A", Home: "\uE011", End: "\uE010",
};

export class WebDriver {
  #base;
  #session;

  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  async open(binary, args = []) {
    const browser = { "webkitgtk:browserOptions": { binary, args } };
    const answer = await this.#send("POST", "/session", { capabilities: { alwaysMatch: browser } });
    this.#session = answer.sessionId;
    return answer;
  }

  close() {
    return this.#send("DELETE", this.#path("")).catch(() => null);
  }

  run(script, ...args) {
    return this.#send("POST", this.#path("/execute/sync"), { script, args });
  }

  runAsync(script, ...args) {
    return this.#send("POST", this.#path("/execute/async"), { script, args });
  }

  title() {
    return this.#send("GET", this.#path("/title"));
  }

  click(element) {
    return this.#send("POST", this.#path(`/element/${element[ELEMENT]}/click`), {});
  }

  clear(element) {
    return this.#send("POST", this.#path(`/element/${element[ELEMENT]}/clear`), {});
  }

  type(element, text) {
    return this.#send("POST", this.#path(`/element/${element[ELEMENT]}/value`), { text });
  }

  /** Presses a key or a chord such as `Control+Enter`, wherever the focus is. */
  press(chord) {
    const keys = chord === "+" ? ["+"] : chord.split("+");
    const values = keys.map((key) => KEYS[key] ?? key);
    const actions = [
      ...values.map((value) => ({ type: "keyDown", value })),
      ...values.toReversed().map((value) => ({ type: "keyUp", value })),
    ];
    return this.#send("POST", this.#path("/actions"), { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async screenshot() {
    return Buffer.from(await this.#send("GET", this.#path("/screenshot")), "base64");
  }

  #path(rest) {
    return `/session/${this.#session}${rest}`;
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#base + path, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(90_000),
    });
    const { value } = await answer.json();
    if (value && value.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

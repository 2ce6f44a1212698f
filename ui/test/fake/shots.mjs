// Pictures of every screen in light and dark, with axe over each: `node ui/test/fake/shots.mjs OUT [name…]`.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { serve, state } from "./host.mjs";

const [out = "out/looks", ...only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const host = await serve();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

const screens = [
  ["start", null, "#/start"],
  [
    "new_setting",
    null,
    "#/new_setting",
    (page) => page.getByRole("button", { name: "Choose where" }).click(),
  ],
  ["preferences", null, "#/preferences"],
  ["home", "setting", "#/home"],
  ["dates", "setting", "#/home", (page) => page.getByRole("button", { name: "Change dates" }).click()],
  ["standard", "setting", "#/standard/school.b"],
  ["question", "setting", "#/question/school.b/school.b1"],
  ["question_na", "setting", "#/question/school.b/school.b4", (page) => page.keyboard.press("0")],
  ["question_carried", "setting", "#/question/school.b/school.b2"],
  ["question_evidence", "setting", "#/question/school.b/school.b1", (page) => page.keyboard.press("e")],
  ["question_action", "setting", "#/question/school.b/school.b3", (page) => page.keyboard.press("a")],
  [
    "answer_history",
    "setting",
    "#/question/school.b/school.b1",
    (page) => page.getByRole("button", { name: "History", exact: true }).last().click(),
  ],
  ["questions", "setting", "#/questions/confirm"],
  ["search", "setting", "#/search/staff"],
  ["changes", "setting", "#/changes"],
  ["audits", "setting", "#/audits"],
  ["compare", "setting", "#/compare/sub%20subb"],
  [
    "copy",
    "setting",
    "#/compare/sub%20subb",
    async (page) => {
      await page.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: "Copy chosen" }).click();
    },
  ],
  ["next_year", "setting", "#/next_year"],
  ["add_setting", "setting", "#/add_setting"],
  [
    "confirm_same",
    "setting",
    "#/home",
    (page) => page.getByRole("button", { name: "Confirm the unchanged one" }).click(),
  ],
  ["keys", "setting", "#/question/school.b/school.b1", (page) => page.keyboard.press("?")],
  ["history", "setting", "#/history"],
  ["evidence", "setting", "#/evidence"],
  [
    "evidence_form",
    "setting",
    "#/evidence",
    (page) => page.getByRole("button", { name: "Edit Child protection" }).click(),
  ],
  ["plan", "setting", "#/plan"],
  [
    "plan_form",
    "setting",
    "#/plan",
    (page) => page.getByRole("button", { name: "Edit: Train a second" }).click(),
  ],
  [
    "plan_review",
    "setting",
    "#/plan",
    (page) => page.getByRole("button", { name: "Review: Train a second" }).click(),
  ],
  ["checks", "setting", "#/checks"],
  [
    "redact_form",
    "setting",
    "#/checks",
    async (page) => {
      state.left = ["20261120T150200000Z_14_at-opening.attest"];
      await page.getByRole("button", { name: "Redact: H801200001001" }).click();
      await page.getByRole("button", { name: "Take it out everywhere" }).click();
    },
  ],
  ["challenges", "setting", "#/challenges"],
  [
    "challenge_form",
    "setting",
    "#/challenges",
    (page) => page.getByRole("button", { name: "Record a question" }).click(),
  ],
  [
    "sign_off",
    "setting",
    "#/sign_off",
    async (page) => {
      await page.getByLabel("Code on the page").fill("3f0a77kqwm2p9d4tr");
      await page.getByRole("button", { name: "Compare" }).click();
    },
    "in_progress",
  ],
  [
    "sign_ready",
    "setting",
    "#/sign_off",
    (page) => page.getByRole("button", { name: "Record this signature" }).click(),
    "ready",
  ],
  ["signing", "setting", "#/sign_off", null, "signing"],
  ["signed", "setting", "#/sign_off", null, "signed_off"],
  [
    "void_form",
    "setting",
    "#/sign_off",
    (page) => page.getByRole("button", { name: "Take the sign-off back" }).click(),
    "signed_off",
  ],
  ["send", "setting", "#/send", null, "in_progress"],
  ["sent", "setting", "#/send", (page) => page.getByRole("button", { name: "Copy" }).click(), "signed_off"],
  ["papers", "setting", "#/papers"],
  ["guides", "setting", "#/guides"],
  ["guide_signing", "setting", "#/guide/signing"],
  ["guide_data", null, "#/guide/data"],
  ["round", "partnership", "#/round"],
  [
    "add",
    "partnership",
    "#/round",
    (page) => page.getByRole("button", { name: "Add to the register" }).click(),
  ],
  ["job", "partnership", "#/round", (page) => page.getByRole("button", { name: "Take in a folder" }).click()],
  ["intake", "partnership", "#/intake"],
  ["return", "partnership", "#/return/sub1"],
  [
    "finding",
    "partnership",
    "#/return/sub1",
    (page) => page.getByRole("button", { name: "Record a finding on B2" }).click(),
  ],
  ["results", "partnership", "#/results"],
  ["findings", "partnership", "#/findings"],
];

const dialogs = ["dates", "keys", "add", "finding", "copy", "answer_history", "confirm_same"];
const looks = {
  light: { width: 1280, height: 860 },
  dark: { width: 1280, height: 860 },
  narrow: { width: 320, height: 640 },
};
for (const [look, viewport] of Object.entries(looks)) {
  const context = await browser.newContext({
    viewport,
    colorScheme: look === "dark" ? "dark" : "light",
    bypassCSP: false,
  });
  for (const [name, kind, hash, act, stage = "in_progress"] of screens) {
    if (only.length > 0 && !only.includes(name)) continue;
    state.kind = kind;
    state.stage = stage;
    state.undo = kind ? "answer.rate" : null;
    const page = await context.newPage();
    page.on(
      "console",
      (said) => ["error", "warning"].includes(said.type()) && console.log(`${name} ${look}: ${said.text()}`),
    );
    page.on("pageerror", (error) => console.log(`${name} ${look}: ${error.message}`));
    await page.goto(host.url + hash);
    await page.waitForSelector("h1");
    await page.waitForTimeout(150);
    if (act) await act(page);
    await page.waitForTimeout(350);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) console.log(`${name} ${look}: scrolls sideways`);
    await page.screenshot({
      path: `${out}/${name}-${look}.png`,
      fullPage: !dialogs.includes(name) && !/_(form|review)$/.test(name),
    });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    );
    for (const { id, nodes } of violations)
      console.log(
        `${name} ${look}: ${id}: ${nodes
          .map((node) => `${node.target} ${node.any[0]?.message ?? ""}`)
          .slice(0, 3)
          .join(" | ")}`,
      );
    await page.close();
  }
  await context.close();
}
await browser.close();
host.stop();

// Cold start of the release build to its first painted screen, and its memory, beside an empty Tauri window in the same
// run. Prints ratios. Use: xvfb-run … node tests/e2e/bench-start.mjs [RUNS]
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { built, folder } from "./processes.mjs";

const runs = Number(process.argv[2] ?? 7);
/** Text has many shades; an empty screen and an unpainted window have few. */
const SHADES = 40;

/** How many colours stand on the screen: what a person would see, whatever drew it. */
function shades() {
  const picture = execFileSync("xwd", ["-root", "-silent"], { maxBuffer: 64 << 20 });
  const start = picture.readUInt32BE(0) + picture.readUInt32BE(76) * 12;
  const seen = new Set();
  for (let at = start; at + 4 <= picture.length && seen.size <= SHADES; at += 4) seen.add(picture.readUInt32LE(at) & 0xffffff);
  return seen.size;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Memory of a program and all below it, shared pages counted by share, in MB. */
function memory(name) {
  const processes = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  const facts = processes.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]);
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
      return [{ pid: Number(pid), parent, pss: Number(pss?.[1] ?? 0), text: readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
    } catch {
      return [];
    }
  });
  const mine = new Set(facts.filter((fact) => fact.text.split("\0")[0].endsWith(name)).map((fact) => fact.pid));
  for (let grown = -1; grown !== mine.size; ) {
    grown = mine.size;
    for (const fact of facts) if (mine.has(fact.parent)) mine.add(fact.pid);
  }
  return facts.filter((fact) => mine.has(fact.pid)).reduce((sum, fact) => sum + fact.pss, 0) / 1024;
}

async function once(app, name) {
  const home = folder();
  const from = Date.now();
  const env = { ...process.env, XDG_DATA_HOME: home.path, XDG_CACHE_HOME: home.path, WEBKIT_DISABLE_DMABUF_RENDERER: "1" };
  const child = spawn(app, [], { detached: true, stdio: "ignore", env });
  try {
    while (shades() <= SHADES && Date.now() - from < 20_000);
    const ms = Date.now() - from;
    await new Promise((done) => setTimeout(done, 500));
    return { ms, mb: memory(name) };
  } finally {
    process.kill(-child.pid, "SIGKILL");
    await new Promise((done) => child.once("exit", done));
    while (shades() > 2);
    home.remove();
  }
}

async function measure(title, app, name) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) seen.push(await once(app, name));
  const ms = median(seen.map((one) => one.ms));
  const mb = median(seen.map((one) => one.mb));
  console.log(`${title}: ${ms} ms to the first painted screen (a look at the screen takes some 20 ms), ${mb.toFixed(0)} MB, median of ${runs}`);
  return { ms, mb };
}

const floor = await measure("empty Tauri window", join(built, "release/examples/empty_window"), "empty_window");
const ours = await measure("Attest", join(built, "release/attest-desktop"), "attest-desktop");
console.log(`ratio: ${(ours.ms / floor.ms).toFixed(2)} in time, ${(ours.mb / floor.mb).toFixed(2)} in memory`);

// Programs started by a test, each in a process group of its own, so that ending the group leaves nothing behind.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const built = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** Starts a program; `ready` is a pattern that its first output must match within half a minute. */
export async function start(command, args, { env = {}, ready } = {}) {
  const child = spawn(command, args, {
    detached: true,
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const heard = new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`${command} was not ready in 30 s: ${said}`)), 30_000);
    const hear = (bytes) => {
      said += bytes;
      const match = ready?.exec(said);
      if (match) done(match);
      if (match) clearTimeout(late);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`${command} ended with ${code}: ${said}`)));
    if (!ready) {
      clearTimeout(late);
      done(null);
    }
  });
  const match = await heard;
  return { child, match, said: () => said, end: () => end(child) };
}

/** Ends a program and all it started, and waits for it. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return;
    }
    const late = new Promise((done) => setTimeout(() => done("late"), 3000));
    if ((await Promise.race([gone, late])) !== "late") break;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended.
  }
}

/** A folder of the test's own; `remove` takes it away. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "attest-e2e-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that is free on the loopback address. */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

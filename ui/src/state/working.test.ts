import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { file } from "./file.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers each command after so many milliseconds; a dialog is open while that is said. */
function answerAfter(waits: Record<string, number>, dialog: () => boolean = () => false) {
  vi.stubGlobal("fetch", async (_: string, request: { body: string }) => {
    const { name } = JSON.parse(request.body) as { name: string };
    await new Promise((done) => setTimeout(done, waits[name] ?? 1));
    const value = name === "dialog.show" ? dialog() : null;
    return { ok: true, json: () => Promise.resolve({ value, file: null }) };
  });
}

test("a wait is said once it is longer than a moment, until the last answer is there", async () => {
  answerAfter({ "job.show": 900, "start.show": 200 });
  const long = file.ask("job.show", {});
  await vi.advanceTimersByTimeAsync(250);
  expect(file.working).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(file.working).toBe(true);
  const short = file.ask("start.show", {});
  await vi.advanceTimersByTimeAsync(250);
  await short;
  expect(file.working).toBe(true);
  await vi.advanceTimersByTimeAsync(400);
  await long;
  expect(file.working).toBe(false);
});

test("while a dialog is open nothing is said to be under way, and after it is", async () => {
  let open = true;
  answerAfter({ "report.slides": 5_000 }, () => open);
  const saved = file.ask("report.slides", { readers: "officers" });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(file.working).toBe(false);
  open = false;
  await vi.advanceTimersByTimeAsync(700);
  expect(file.working).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  await saved;
  expect(file.working).toBe(false);
});

test("where not even that is answered, the program is at work", async () => {
  answerAfter({ "report.slides": 5_000, "dialog.show": 5_000 });
  const saved = file.ask("report.slides", { readers: "officers" });
  await vi.advanceTimersByTimeAsync(450);
  expect(file.working).toBe(true);
  await vi.advanceTimersByTimeAsync(9_000);
  await saved;
});

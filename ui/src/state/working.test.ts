import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { file } from "./file.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers each command after so many milliseconds. */
function answerAfter(waits: Record<string, number>) {
  vi.stubGlobal("fetch", async (_: string, request: { body: string }) => {
    const { name } = JSON.parse(request.body) as { name: string };
    await new Promise((done) => setTimeout(done, waits[name]));
    return { ok: true, json: () => Promise.resolve({ value: null, file: null }) };
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

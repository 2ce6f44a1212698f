import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerFrom } from "../../test/host";
import { file } from "./file.svelte";
import { waiting } from "./waiting.svelte";

const running = { name: "file.check", done: 1, total: 4, state: "running", message: "", hint: "" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that lasts until it is ended. */
function work(): { last: Promise<unknown>; end: () => void } {
  let end = () => {};
  const last = waiting.during(new Promise<void>((done) => (end = done)));
  return { last, end: () => end() };
}

test("a wait is shown once it takes about a second, and is gone with its end", async () => {
  answerFrom({ "job.show": running });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(900);
  expect(waiting.view).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  expect(waiting.view?.done).toBe(1);
  end();
  await last;
  await vi.advanceTimersByTimeAsync(600);
  expect(waiting.view).toBeNull();
});

test("another job is not what is waited for, and the wait for a dialog is not shown", async () => {
  answerFrom({ "job.show": { ...running, name: "intake.folder" } });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(waiting.view).toBeNull();
  end();
  await last;
});

test("the first copy to a folder that was chosen is watched", async () => {
  answerFrom({ "job.show": { ...running, name: "file.further" } });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(1_300);
  expect(waiting.view?.name).toBe("file.further");
  end();
  await last;
});

test("what is over at once is not looked at", async () => {
  const asked = answerFrom({ "job.show": running });
  await waiting.during(Promise.resolve());
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toEqual([]);
});

test("what somebody does is watched, and what went wrong is said once the dialog is closed", async () => {
  const refusal = { kind: "stopped", message: "It was stopped.", hint: "" };
  vi.stubGlobal("fetch", async (_: string, request: { body: string }) => {
    const { name } = JSON.parse(request.body) as { name: string };
    if (name === "job.show") return { ok: true, json: () => ({ value: running, file: null }) };
    await new Promise((done) => setTimeout(done, 1_500));
    return { ok: false, json: () => refusal };
  });
  const done = file.act("start.open", {});
  await vi.advanceTimersByTimeAsync(1_400);
  expect(waiting.view?.name).toBe("file.check");
  expect(file.failure).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  await done;
  expect(waiting.view).toBeNull();
  expect(file.failure?.kind).toBe("stopped");
});

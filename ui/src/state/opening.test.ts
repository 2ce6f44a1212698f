import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerFrom } from "../../test/host";
import { file } from "./file.svelte";
import { opening } from "./opening.svelte";

const running = { name: "file.check", done: 1, total: 4, state: "running", message: "", hint: "" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that lasts until it is ended. */
function work(): { last: Promise<unknown>; end: () => void } {
  let end = () => {};
  const last = opening.during(new Promise<void>((done) => (end = done)));
  return { last, end: () => end() };
}

test("an opening is shown once it takes about a second, and is gone with its end", async () => {
  answerFrom({ "job.show": running });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(900);
  expect(opening.view).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  expect(opening.view?.done).toBe(1);
  end();
  await last;
  await vi.advanceTimersByTimeAsync(600);
  expect(opening.view).toBeNull();
});

test("another job is no opening, and the wait for a dialog is none", async () => {
  answerFrom({ "job.show": { ...running, name: "intake.folder" } });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(opening.view).toBeNull();
  end();
  await last;
});

test("the first copy to a folder that was chosen is watched", async () => {
  answerFrom({ "job.show": { ...running, name: "file.further" } });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(1_300);
  expect(opening.view?.name).toBe("file.further");
  end();
  await last;
});

test("what went wrong is said again once the dialog is closed", async () => {
  answerFrom({ "job.show": running });
  const { last, end } = work();
  await vi.advanceTimersByTimeAsync(1_500);
  file.fail(new Error("It was stopped."));
  const before = file.failure;
  end();
  await last;
  expect(file.failure).not.toBe(before);
  expect(file.failure?.kind).toBe("fault");
});

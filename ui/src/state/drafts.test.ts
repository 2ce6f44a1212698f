import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Drafts } from "./drafts";

const note = { question: "school.c4", field: "note" };
const area = { question: "school.c4", field: "area" };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function desk(send: (text: string) => Promise<void>, retry = true) {
  const sent: string[] = [];
  const failures: unknown[] = [];
  const drafts = new Drafts({
    send: async (slot, text) => {
      await send(text);
      sent.push(`${slot.field}: ${text}`);
    },
    changed: () => undefined,
    failed: (reason) => failures.push(reason),
    worthRetrying: () => retry,
  });
  return { drafts, sent, failures };
}

test("typing on sends once, after a pause", async () => {
  const { drafts, sent } = desk(async () => undefined);
  drafts.type(note, "a");
  await vi.advanceTimersByTimeAsync(300);
  drafts.type(note, "ab");
  await vi.advanceTimersByTimeAsync(499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(["note: ab"]);
  expect(drafts.size).toBe(0);
});

test("leaving sends all at once, each to its place", async () => {
  const { drafts, sent } = desk(async () => undefined);
  drafts.type(note, "n");
  drafts.type(area, "a");
  expect(await drafts.flush()).toBe(true);
  expect(sent).toEqual(["note: n", "area: a"]);
});

test("what is typed while it is being sent is kept and sent next", async () => {
  let release: () => void = () => undefined;
  const { drafts, sent } = desk((text) =>
    text === "a" ? new Promise((done) => (release = done)) : Promise.resolve(),
  );
  drafts.type(note, "a");
  const first = drafts.flush();
  drafts.type(note, "ab");
  release();
  await first;
  expect(drafts.get(note)).toBe("ab");
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(["note: a", "note: ab"]);
});

test("a failure keeps the text and tries again by itself", async () => {
  let broken = true;
  const { drafts, sent, failures } = desk(async () => {
    if (broken) throw new Error("disk");
  });
  drafts.type(note, "kept");
  expect(await drafts.flush()).toBe(false);
  expect(drafts.get(note)).toBe("kept");
  expect(failures).toHaveLength(1);
  broken = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent).toEqual(["note: kept"]);
  expect(failures.at(-1)).toBeNull();
});

test("what will be refused again waits for the person", async () => {
  const { drafts, failures } = desk(async () => {
    throw new Error("not a number");
  }, false);
  drafts.type(note, "x");
  await drafts.flush();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(failures).toHaveLength(1);
  expect(drafts.get(note)).toBe("x");
});

test("flushes at once and afterwards send nothing twice and never wait for each other for ever", async () => {
  const { drafts, sent } = desk(async () => undefined);
  drafts.type(note, "once");
  await Promise.all([drafts.flush(), drafts.flush(), drafts.flush()]);
  expect(await drafts.flush()).toBe(true);
  expect(await drafts.flush()).toBe(true);
  expect(sent).toEqual(["note: once"]);
});

import { afterEach, expect, test, vi } from "vitest";
import { call, Failed } from "../src/api/call";
import { file } from "../src/state/file.svelte";

const state = {
  name: "f",
  kind: "setting",
  revision: 1,
  undo: null,
  undo_target: null,
  redo: null,
  redo_target: null,
  read_only: null,
  remark: null,
};

afterEach(() => {
  vi.unstubAllGlobals();
  delete (window as { __TAURI_INTERNALS__?: unknown }).__TAURI_INTERNALS__;
  file.forget();
});

function answerWith(status: number, body: unknown) {
  const fetch = vi.fn((_: string, request: { body: string }) =>
    Promise.resolve({ ok: status === 200, json: () => Promise.resolve(body), sent: request.body }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

test("in a browser a command goes to the host it came from", async () => {
  const fetch = answerWith(200, { value: null, file: null });
  await call("job.show", {});
  expect(fetch.mock.calls[0]?.[0]).toBe("/call");
  expect(JSON.parse(fetch.mock.calls[0]?.[1].body ?? "")).toEqual({ name: "job.show", input: {} });
});

test("in the window a command goes by invoke", async () => {
  const invoke = vi.fn().mockResolvedValue({ value: null, file: null });
  (window as { __TAURI_INTERNALS__?: unknown }).__TAURI_INTERNALS__ = { invoke };
  await call("job.show", {});
  expect(invoke).toHaveBeenCalledWith("call", { name: "job.show", input: {} });
});

test("a failure keeps its sentence and its hint; anything else is a fault without words of its own", async () => {
  answerWith(422, { kind: "disk", message: "The disk is full.", hint: "Make room." });
  await expect(call("job.show", {})).rejects.toMatchObject({
    kind: "disk",
    message: "The disk is full.",
    hint: "Make room.",
  });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
  await expect(call("job.show", {})).rejects.toMatchObject({ kind: "fault", message: "" });
});

test("a text that could not be saved stays, holds back closing, and is told", async () => {
  answerWith(422, { kind: "disk", message: "The disk is full.", hint: "Make room." });
  const slot = { question: "c4", field: "note" };
  file.type(slot, "typed");
  expect(await file.act("file.close", {})).toBeUndefined();
  expect(file.text(slot, "saved before")).toBe("typed");
  expect(file.saving).toBe("failed");
  expect(file.failure).toBeInstanceOf(Failed);
});

test("typing on is saved although the revision stays, and listeners see the answer", async () => {
  file.state = state as typeof file.state;
  answerWith(200, { value: { id: "c4", levels: [], answer: { note: "typed" } }, file: state });
  const seen: string[] = [];
  const stop = file.onAnswer((question) => seen.push(question.answer.note));
  file.type({ question: "c4", field: "note" }, "typed");
  expect(await file.flush()).toBe(true);
  stop();
  expect(seen).toEqual(["typed"]);
  expect(file.saving).toBe("saved");
  expect(file.savedAt).not.toBeNull();
});

import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { answerFrom, type Asked } from "../../../test/host";
import { looking as words } from "../../text/analysis";
import { signals as text } from "../../text/signals";
import Signals from "./Signals.svelte";

const view = { caption: "2026/27", last: "", standards: [], signals: [], left_out: 0 };
const running = { name: "signals.show", done: 30, total: 60, state: "running", message: "", hint: "" };

/** A host on which looking through the returns lasts until it is stopped, the first time. */
function slowHost(): Asked[] {
  const asked = answerFrom({ "signals.show": view, "job.show": null, "job.stop": null });
  const quick = globalThis.fetch;
  let [busy, first] = [false, true];
  let fall = () => {};
  const failed = {
    ok: false,
    json: () => Promise.resolve({ kind: "stopped", message: "Stopped.", hint: "" }),
  };
  vi.stubGlobal("fetch", async (at: string, request: { body: string }) => {
    const { name } = JSON.parse(request.body) as Asked;
    const reply = await quick(at, request as RequestInit);
    if (name === "job.show" && busy) {
      return { ok: true, json: async () => ({ ...((await reply.json()) as object), value: running }) };
    }
    if (name === "job.stop") [busy] = [false, fall()];
    if (name !== "signals.show" || !first) return reply;
    [busy, first] = [true, false];
    return new Promise((done) => (fall = () => done(failed)));
  });
  return asked;
}

test("what is there already is shown at once, without a bar", async () => {
  answerFrom({ "signals.show": view, "job.show": null });
  render(Signals);
  expect(await screen.findByText(text.empty)).toBeVisible();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("a long look has a bar, is stopped, says so calmly, and is begun again", async () => {
  const asked = slowHost();
  render(Signals);
  expect(await screen.findByText("About 50% done", {}, { timeout: 3_000 })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: words.stop }));
  expect(await screen.findByText(words.stopped)).toBeVisible();
  expect(screen.queryByRole("progressbar")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: words.again }));
  expect(await screen.findByText(text.empty)).toBeVisible();
  expect(asked.filter((one) => one.name === "signals.show")).toHaveLength(2);
});

test("leaving the page stops what it asked for", async () => {
  const asked = slowHost();
  const { unmount } = render(Signals);
  await vi.waitFor(() => expect(asked.some((one) => one.name === "signals.show")).toBe(true));
  unmount();
  await vi.waitFor(() => expect(asked.some((one) => one.name === "job.stop")).toBe(true));
});

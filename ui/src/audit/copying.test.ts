import { expect, test, vi } from "vitest";
import { answerFrom } from "../../test/host";
import { file } from "../state/file.svelte";
import { takeAway as text } from "../text/charts";
import { listed } from "./copy";

const asks = vi.hoisted(() => ({ ask: null as null | (() => Promise<unknown>) }));
vi.mock("svelte", async (original) => ({ ...(await original<object>()), getContext: () => () => asks.ask }));
const { Copying } = await import("./copying.svelte");

const size = { rows: [], columns: [] };
const table = () => listed("Standards", "2026/27", ["Standard", "Met"], [["A", 30]]);
function clipboard(...takes: boolean[]) {
  const put = vi.fn(() => takes.shift() ?? true);
  document.execCommand = put as typeof document.execCommand;
  return put;
}

test("what is for officers is copied and nobody is asked", async () => {
  asks.ask = null;
  const [put, copying] = [clipboard(true), new Copying()];
  await copying.run(size, table);
  expect([put.mock.calls.length, copying.said]).toEqual([1, text.copied]);
});

test("what is for others is not copied where the core refuses", async () => {
  const asked = answerFrom({});
  asks.ask = () => file.act("shown.copy", { readers: "others" });
  const [put, copying] = [clipboard(true), new Copying()];
  await copying.run(size, table);
  expect(put).not.toHaveBeenCalled();
  expect([copying.said, file.failure?.message]).toEqual(["", "No shown.copy here."]);
  expect(asked.map((one) => one.name)).toEqual(["shown.copy"]);
});

test("a web view that copies only within the click copies with the next one, and the core is asked once", async () => {
  const asked = answerFrom({ "shown.copy": { readers: "others" } });
  asks.ask = () => file.act("shown.copy", { readers: "others" });
  const [put, copying] = [clipboard(false, true), new Copying()];
  await copying.run(size, table);
  expect(copying.said).toBe(text.onceMore);
  await copying.run(size, table);
  expect([put.mock.calls.length, copying.said]).toEqual([2, text.copied]);
  expect(asked.length).toBe(1);
});

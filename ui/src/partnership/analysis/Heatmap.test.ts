import { render, screen } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { answerFrom } from "../../../test/host";
import type { Heat } from "../../api/wire";
import { takeAway } from "../../text/charts";
import { heat as text } from "../../text/heat";
import Heatmap from "./Heatmap.svelte";

const row = (name: string, marks: string) => {
  return { submission: name, name, phase: "", status: "", locality: "", trust: "", marks };
};
const column = { question: "A1", number: "A1", text: "Is it so?", standard: "A First" };
const heat: Heat = { caption: "", columns: [column], rows: [row("Ash", "M"), row("Birch", "N")] };

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => new EventTarget());
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

/** A host that answers when it is told to. */
function slowHost(answer: Heat) {
  answerFrom({ "heat.show": answer, "register.cut_offs": [], "table.show": null });
  const quick = globalThis.fetch;
  let answers = () => {};
  const told = new Promise<void>((done) => (answers = done));
  vi.stubGlobal("fetch", async (at: string, request: RequestInit) => {
    if (String(request.body).includes("heat.show")) await told;
    return quick(at, request);
  });
  return answers;
}

const controls = () => document.querySelector("#heat-rows");

test("what needs no answer is there before it, unseen, and stays what it is", async () => {
  const answers = slowHost(heat);
  render(Heatmap);
  const before = controls();
  const frame = document.querySelector("[role=application]");
  expect(before).not.toBeNull();
  expect(before).not.toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
  answers();
  expect(await screen.findByRole("button", { name: takeAway.copy })).toBeVisible();
  expect(screen.getByText(text.shown(2, 2, 1))).toBeVisible();
  expect(screen.getByText(text.said("Ash", "A1 Is it so?", text.letters["M"] ?? ""))).toBeVisible();
  expect(controls()).toBe(before);
  expect(screen.getByRole("application")).toBe(frame);
});

test("where there is no return it says so, and offers nothing to choose", async () => {
  const answers = slowHost({ ...heat, rows: [] });
  render(Heatmap);
  answers();
  expect(await screen.findByText(text.empty)).toBeVisible();
  expect(controls()).toBeNull();
});

import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { takeAway as text } from "../text/charts";

const ends = vi.hoisted(() => ({ all: [] as (() => void)[] }));
vi.mock("svelte", async (original) => ({
  ...(await original<object>()),
  onDestroy: (end: () => void) => ends.all.push(end),
}));
const { byHand } = await import("./by-hand.svelte");

function selected(words: string): void {
  document.body.innerHTML = `<main>${words}</main>`;
  document.getSelection()?.selectAllChildren(document.querySelector("main") as Element);
}

function taken(): Record<string, string> {
  const held: Record<string, string> = {};
  byHand.take({ setData: (kind: string, words: string) => (held[kind] = words) } as unknown as DataTransfer);
  return held;
}

afterEach(() => ends.all.splice(0).forEach((end) => end()));

test("what is copied by hand where nothing is hidden says for whom it is", () => {
  byHand.while(() => null);
  selected("<b>76.3%</b> of 12");
  expect(taken()).toEqual({
    "text/plain": `${text.byHand.officers}\n76.3% of 12`,
    "text/html": `<p>${text.byHand.officers}</p><b>76.3%</b> of 12`,
  });
});

test("what is copied by hand of a paper for others says that it is not recorded", () => {
  byHand.while(() => () => Promise.resolve());
  selected("hidden");
  expect(taken()["text/plain"]).toBe(`${text.byHand.others}\nhidden`);
  byHand.while(() => null);
  expect(byHand.line).toBe(text.byHand.officers);
});

test("what is only heard is not copied with what is seen", () => {
  byHand.while(() => null);
  selected('<button><span class="unseen">What is in </span>76.3%</button>');
  expect(taken()["text/html"]).toBe(`<p>${text.byHand.officers}</p><button>76.3%</button>`);
});

test("where no figures are on the screen, and nothing is selected, nothing is added", () => {
  selected("Sampleton School");
  expect([byHand.line, taken()]).toEqual(["", {}]);
  byHand.while(() => null);
  document.getSelection()?.removeAllRanges();
  expect(taken()).toEqual({});
});

test("every part of the analysis says for whom its figures are, itself or where its tables stand", () => {
  const folder = `${process.cwd()}/ui/src/partnership/analysis`;
  const source = (name: string) => readFileSync(`${folder}/${name}.svelte`, "utf8");
  const says = (name: string, known: string[] = []): boolean =>
    source(name).includes("copiedAfter(") ||
    [...source(name).matchAll(/from "\.\/(\w+)\.svelte"/g)]
      .map(([, within]) => within as string)
      .some((within) => !known.includes(within) && says(within, [...known, name]));
  const parts = [...readFileSync(`${folder}/parts.ts`, "utf8").matchAll(/from "\.\/(\w+)\.svelte"/g)];
  expect(parts.map(([, part]) => part as string).filter((part) => !says(part))).toEqual([]);
  // These have figures of their own beside the tables in them.
  expect(["Signals", "Overview", "Surveys"].filter((part) => !source(part).includes("copiedAfter("))).toEqual(
    [],
  );
});

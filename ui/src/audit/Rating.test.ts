import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { LevelView } from "../api/wire";
import Rating from "./Rating.svelte";

const level = (code: string, label: string, key: string, meaning: "met" | "partly"): LevelView => ({
  level: { code, label, definition: `What ${label} means.`, meaning, asks: [], target: false, synonyms: [] },
  key,
  looks_like: "",
});
const levels = [level("met", "In place", "1", "met"), level("partly", "Begun", "2", "partly")];

function show(onpick: (code: string) => unknown, value: string | null = null, locked = false) {
  render(Rating, { name: "c4", legend: "How far?", levels, value, locked, onpick });
}

test("levels are radios in one group, each told with its definition", () => {
  show(vi.fn());
  expect(screen.getByRole("group", { name: "How far?" })).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: /In place/ })).toHaveAccessibleDescription("What In place means.");
});

test("a click and a space pick a level", async () => {
  const picked = vi.fn();
  show(picked);
  await userEvent.click(screen.getByRole("radio", { name: /Begun/ }));
  screen.getByRole("radio", { name: /In place/ }).focus();
  await userEvent.keyboard(" ");
  expect(picked.mock.calls).toEqual([["partly"], ["met"]]);
});

test("a rating that could not be saved goes back to the one that stands", async () => {
  show(() => Promise.resolve(), "met");
  await userEvent.click(screen.getByRole("radio", { name: /Begun/ }));
  await vi.waitFor(() => expect(screen.getByRole("radio", { name: /In place/ })).toBeChecked());
});

test("in a file that can only be read nothing can be picked", () => {
  show(vi.fn(), "met", true);
  expect(screen.getByRole("radio", { name: /Begun/ })).toBeDisabled();
});

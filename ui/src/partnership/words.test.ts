import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answerFrom, lastOf } from "../../test/host";
import type { ReportView } from "../api/wire";
import { circulate, words as text } from "../text/reports";
import ReportCirculate from "./ReportCirculate.svelte";
import ReportWords from "./ReportWords.svelte";

const sentence = (key: string, made: string) => ({ key, made, put: null, stale: false, waits: false });
const view = {
  paper: "full",
  readers: "officers",
  state: "draft",
  headlines: [sentence("first", "Three returned."), sentence("second", "One did not.")],
  texts: [],
} as unknown as ReportView;

test("a sentence is put in other words by keyboard alone, and the focus is never lost", async () => {
  const asked = answerFrom({ "report.sentence": null });
  render(ReportWords, { view });
  const begin = () => screen.getByRole("button", { name: text.edit, description: "One did not." });
  begin().focus();
  await userEvent.keyboard("{Enter}");
  expect(screen.getByRole("textbox")).toHaveFocus();
  screen.getByRole("button", { name: text.cancel }).focus();
  await userEvent.keyboard("{Enter}");
  expect(begin()).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard(" Yet.");
  screen.getByRole("button", { name: text.save }).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.activeElement).toBe(begin());
  expect(lastOf(asked, "report.sentence")).toMatchObject({ key: "second", words: "One did not. Yet." });
});

test("who approves a paper by keyboard keeps the focus in that section", async () => {
  const asked = answerFrom({ "report.approve": null });
  const draft = { ...view, circulation: [], approved_by: "", approved_on: "" } as unknown as ReportView;
  const { rerender } = render(ReportCirculate, { view: draft });
  await userEvent.type(screen.getByLabelText(circulate.by), "Example Chair");
  screen.getByRole("button", { name: circulate.approve }).focus();
  await userEvent.keyboard("{Enter}");
  const heading = screen.getByRole("heading", { name: circulate.approval });
  await expect.poll(() => document.activeElement).toBe(heading);
  await rerender({ view: { ...draft, approved_by: "Example Chair", approved_on: "2027-03-31" } });
  expect(heading).toHaveFocus();
  screen.getByRole("button", { name: circulate.reopen }).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(lastOf(asked, "report.approve")).toMatchObject({ by: null });
});

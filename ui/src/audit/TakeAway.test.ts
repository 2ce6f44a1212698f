import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answerFrom, lastOf } from "../../test/host";
import { takeAway as text } from "../text/charts";
import { listed } from "./copy";
import TakeAway from "./TakeAway.svelte";

const table = () => listed("Signals", "2026/27", ["School", "Places"], [["Example", 3]], ["A note."]);
const written = { name: "Signals.xlsx", folder: "Documents", sentence: "Saved.", problems: [] };

test("a list is saved as it stands, and what was written is said", async () => {
  const asked = answerFrom({ "shown.save": written, "job.show": null });
  render(TakeAway, { table });
  await userEvent.click(screen.getByRole("button", { name: text.xlsx }));
  expect(await screen.findByText("Signals.xlsx")).toBeVisible();
  expect(lastOf(asked, "shown.save")).toEqual({
    title: "Signals",
    caption: "2026/27",
    columns: [
      { label: "School", numeric: false },
      { label: "Places", numeric: true },
    ],
    rows: [
      [
        { text: "Example", count: null, base: null },
        { text: "3", count: 3, base: null },
      ],
    ],
    notes: ["A note."],
    readers: "officers",
  });
});

test("what is too large to be copied says to save it", async () => {
  render(TakeAway, {
    table: () => expect.fail("it is not made"),
    cells: { rows: Array.from({ length: 24_400 }), columns: Array.from({ length: 126 }) },
  });
  await userEvent.click(screen.getByRole("button", { name: text.copy }));
  expect(screen.getByText(text.tooLarge)).toBeVisible();
});

import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import LongTable from "./LongTable.svelte";

const rows = Array.from({ length: 24_000 }, (_, at) => ({ id: `s${at}`, name: `School ${at}` }));
type Row = (typeof rows)[number];
const columns = [{ key: "name", heading: "Name", width: 14, text: (row: Row) => row.name }];
const given = { label: "Schools", rows, columns, keyOf: (row: Row) => row.id };

test("of 24,000 rows only a few stand in the document, and all are counted", () => {
  render(LongTable<Row>, given);
  const drawn = screen.getAllByRole("row").length;
  expect(drawn).toBeGreaterThan(8);
  expect(drawn).toBeLessThan(60);
  expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "24001");
});

test("Enter opens the row in hand, and a heading turns the order", async () => {
  const onopen = vi.fn();
  render(LongTable<Row>, { ...given, onopen });
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onopen).toHaveBeenLastCalledWith(rows[1]);
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{Home}{Enter}");
  expect(onopen).toHaveBeenLastCalledWith(rows[23_999]);
});

test("Space chooses, Shift with an arrow chooses on", async () => {
  const choosing = { all: "Choose all", one: (row: Row) => `Choose ${row.name}` };
  render(LongTable<Row>, { ...given, choosing });
  screen.getByRole("grid").focus();
  await userEvent.keyboard(" {Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  const chosen = screen.getAllByRole("row").filter((row) => row.getAttribute("aria-selected") === "true");
  expect(chosen).toHaveLength(3);
  await userEvent.click(screen.getByRole("checkbox", { name: "Choose all" }));
  expect(screen.getByRole("checkbox", { name: "Choose School 7" })).toBeChecked();
});

test("a box that is pressed shows what is chosen, one by one and from one to another", async () => {
  const choosing = { all: "Choose all", one: (row: Row) => `Choose ${row.name}` };
  render(LongTable<Row>, { ...given, choosing });
  const box = (at: number) => screen.getByRole("checkbox", { name: `Choose School ${at}` });
  await userEvent.click(box(1));
  expect(box(1)).toBeChecked();
  const user = userEvent.setup();
  await user.keyboard("{Shift>}");
  await user.click(box(3));
  await user.click(box(3));
  await user.keyboard("{/Shift}");
  for (const at of [1, 2, 3]) expect(box(at)).toBeChecked();
  await userEvent.click(box(2));
  expect(box(2)).not.toBeChecked();
});

test("Tab stops once among the headings, and arrows go from one to another", async () => {
  const many = ["First", "Second", "Third", "Fourth"].map((heading) => ({
    key: heading,
    heading,
    width: 8,
    text: (row: Row) => `${heading} of ${row.name}`,
    ...(heading === "Second" ? { sort: null } : {}),
  }));
  render(LongTable<Row>, { ...given, columns: many });
  const user = userEvent.setup();
  screen.getByRole("grid").focus();
  await user.tab();
  expect(screen.getByRole("button", { name: "First" })).toHaveFocus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("button", { name: "Third" })).toHaveFocus();
  await user.keyboard("{End}{ArrowRight}{Enter}");
  expect(screen.getByRole("columnheader", { name: "Fourth" })).toHaveAttribute("aria-sort", "ascending");
  await user.tab();
  expect(document.body).toHaveFocus();
  await user.tab({ shift: true });
  expect(screen.getByRole("button", { name: "Fourth" })).toHaveFocus();
});

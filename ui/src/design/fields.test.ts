import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import ErrorSummary from "./ErrorSummary.svelte";
import Field from "./Field.svelte";

test("a field is told with its label, hint and error", () => {
  render(Field, {
    id: "urn",
    label: "URN",
    aside: "(optional)",
    hint: "Six digits.",
    error: "Enter the URN",
    value: "",
  });
  const field = screen.getByRole("textbox", { name: "URN (optional)" });
  expect(field).toHaveAccessibleDescription("Six digits. Enter the URN");
  expect(field).toBeInvalid();
});

test("a field with nothing wrong is not called invalid", () => {
  render(Field, { id: "urn", label: "URN", value: "" });
  expect(screen.getByRole("textbox", { name: "URN" })).not.toHaveAttribute("aria-invalid");
});

test("the summary takes the focus, and its links lead to the fields", async () => {
  render(Field, { id: "name", label: "Name", value: "" });
  render(ErrorSummary, {
    title: "Check these",
    errors: [{ id: "name", message: "Enter the name" }],
    attempt: 1,
  });
  expect(screen.getByRole("alert")).toHaveFocus();
  await userEvent.click(screen.getByRole("link", { name: "Enter the name" }));
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
});

test("no errors, no summary", () => {
  render(ErrorSummary, { title: "Check these", errors: [], attempt: 1 });
  expect(screen.queryByRole("alert")).toBeNull();
});

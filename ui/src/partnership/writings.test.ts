import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answerFrom } from "../../test/host";
import type { WritingLine } from "../api/wire";
import { writings as text } from "../text/reports";
import ReportWritings from "./ReportWritings.svelte";

const line = (id: string, name: string): WritingLine => ({
  id,
  kind: "paper",
  name,
  part: null,
  at: "2027-03-31T12:00:00Z",
  who: "Example",
  format: "Word",
  readers: "officers",
  returns: 3,
  head: "0123456789abcdef",
  again: false,
  unread: null,
});

test("each check tells what it is of, and what comes of it takes the focus every time", async () => {
  answerFrom({ "report.check": { same: true, again: false, sentence: "The same.", changed: [] } });
  render(ReportWritings, { lines: [line("1", "First paper"), line("2", "Second paper")], of: "round" });
  for (const name of [/First paper/, /Second paper/, /Second paper/]) {
    const check = screen.getByRole("button", { name });
    expect(check).toHaveTextContent(text.check);
    await userEvent.click(check);
    expect(await screen.findByText("The same.")).toBeVisible();
    await expect.poll(() => document.activeElement).toBe(screen.getByRole("alert"));
  }
});

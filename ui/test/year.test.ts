import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Failed } from "../src/api/call";
import { TROUBLE } from "../src/design/trouble";
import Refusal from "../src/file/Refusal.svelte";
import { file } from "../src/state/file.svelte";
import Checks from "../src/setting/Checks.svelte";
import Evidence from "../src/setting/Evidence.svelte";
import Papers from "../src/setting/Papers.svelte";
import Plan from "../src/setting/Plan.svelte";
import Send from "../src/setting/Send.svelte";
import SignOff from "../src/setting/SignOff.svelte";
import * as audit from "./fake/audit.mjs";
import { list, paper } from "./fake/papers.mjs";
import { comparison } from "./fake/setting.mjs";
import * as year from "./fake/year.mjs";
import { answerFrom, lastOf } from "./host";

const base = {
  "home.show": audit.home(),
  "audit.compare": comparison({ submissions: ["sub"] }),
};
const user = userEvent.setup();

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
  file.forget();
  file.failure = null;
});

test("nobody can sign while gaps are open, and the way to them is shown", async () => {
  answerFrom({ ...base, "sign_off.show": year.signOffs.in_progress });
  render(SignOff);
  expect(await screen.findByText("5 gaps to close before anybody signs")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Record this signature" })).toBeNull();
  expect(screen.getByText("2 things moved since the last sign-off")).toBeVisible();
});

test("a signature needs a name; what is typed goes with the step whose turn it is", async () => {
  const asked = answerFrom({
    ...base,
    "sign_off.show": year.signOffs.signing,
    "sign_off.sign": year.signOffs.signed_off,
  });
  render(SignOff);
  await user.click(await screen.findByRole("button", { name: "Record this signature" }));
  expect(screen.getByRole("link", { name: "Enter the name of the person who signs" })).toBeVisible();
  expect(lastOf(asked, "sign_off.sign")).toBeUndefined();
  await user.type(screen.getByLabelText(/Name of the person/), "C. Instance");
  await user.type(screen.getByLabelText("Day"), "8");
  await user.type(screen.getByLabelText("Month"), "December");
  await user.type(screen.getByLabelText("Year"), "2026");
  await user.click(screen.getByRole("button", { name: "Record this signature" }));
  expect(lastOf(asked, "sign_off.sign")).toMatchObject({
    step: "board",
    name: "C. Instance",
    body: "Governing body",
    meeting: "2026-12-08",
  });
});

test("a sign-off is taken back only with a reason", async () => {
  const asked = answerFrom({
    ...base,
    "sign_off.show": year.signOffs.signed_off,
    "sign_off.void": year.signOffs.in_progress,
  });
  render(SignOff);
  await user.click(await screen.findByRole("button", { name: "Take the sign-off back…" }));
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  expect(lastOf(asked, "sign_off.void")).toBeUndefined();
  await user.type(screen.getByLabelText(/Why\?/), "B2 was wrong.");
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  expect(lastOf(asked, "sign_off.void")).toEqual({ reason: "B2 was wrong." });
});

test("a code from paper that does not match says what differs; one that is no code says so at the field", async () => {
  const answers: Record<string, unknown> = { ...base, "sign_off.show": year.signOffs.signed_off };
  answerFrom(answers);
  render(SignOff);
  const field = await screen.findByLabelText("Code on the page");
  await user.type(field, "7K2");
  await user.click(screen.getByRole("button", { name: "Compare" }));
  expect(await screen.findByText("No sign_off.compare here. Close a gap.")).toBeVisible();
  answers["sign_off.compare"] = year.comparison;
  await user.click(screen.getByRole("button", { name: "Compare" }));
  expect(await screen.findByText("Does not match")).toBeVisible();
  expect(screen.getByText("2 things differ from what was signed")).toBeVisible();
});

test("the code is read out letter by letter", async () => {
  answerFrom({ ...base, "sign_off.show": year.signOffs.signed_off });
  render(SignOff);
  expect(await screen.findByText("Sign-off code 7 K 2 M, Q 9 X W, 4 T B D, 0 H 3 F, C")).toBeInTheDocument();
});

test("evidence is saved with the answers that were ticked", async () => {
  const asked = answerFrom({ ...base, "evidence.list": year.evidence, "evidence.save": year.evidence });
  render(Evidence);
  await user.click(await screen.findByRole("button", { name: "Add evidence for B1" }));
  await user.type(screen.getByLabelText("What it is"), "Staff structure");
  await user.type(screen.getByLabelText("Find a question by number or words"), "b2");
  await user.click(screen.getByRole("checkbox", { name: /^B2/ }));
  await user.click(screen.getByRole("button", { name: "Save evidence" }));
  expect(lastOf(asked, "evidence.save")).toMatchObject({
    id: null,
    title: "Staff structure",
    review: null,
    questions: ["school.b1", "school.b2"],
  });
});

test("what is overdue says so in words; a review keeps the state and what was said", async () => {
  const asked = answerFrom({ ...base, "action.list": year.plan, "action.review": year.plan });
  render(Plan);
  const overdue = await screen.findByRole("region", { name: "Overdue" });
  expect(within(overdue).getByText("Overdue, under way")).toBeVisible();
  await user.click(within(overdue).getByRole("button", { name: /^Review: Train/ }));
  await user.click(screen.getByRole("radio", { name: "Done" }));
  await user.type(screen.getByLabelText("What was said"), "Both trained.");
  await user.click(screen.getByRole("button", { name: "Keep this review" }));
  expect(lastOf(asked, "action.review")).toEqual({ id: "p1", state: "done", note: "Both trained." });
});

test("a text that looks like personal data is taken out as it stands, and copies that keep it are named", async () => {
  const done = { places: 3, backups: 1, left: ["old.attest"] };
  const asked = answerFrom({ ...base, "check.show": year.checks, "file.redact": done });
  render(Checks);
  await user.click(await screen.findByRole("button", { name: "Redact: H801200001001" }));
  expect(lastOf(asked, "file.redact")).toBeUndefined();
  await user.click(screen.getByRole("button", { name: "Take it out everywhere" }));
  expect(lastOf(asked, "file.redact")).toEqual({ text: "H801200001001" });
  expect(screen.getByText("Taken out in 3 places, and in 1 safety copy.")).toBeVisible();
  expect(screen.getByText("old.attest")).toBeVisible();
});

test("the text for the e-mail is copied, or marked where that is refused", async () => {
  answerFrom({ ...base, "send.show": year.sending(true) });
  render(Send);
  const copy = vi
    .spyOn(navigator.clipboard, "writeText")
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error());
  await user.click(await screen.findByRole("button", { name: "Copy the text" }));
  expect(copy).toHaveBeenCalledWith(expect.stringContaining("7K2M-Q9XW-4TBD-0H3F-C"));
  expect(screen.getByText("Copied.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Copy the text" }));
  expect(screen.getByText(/Ctrl \+ C/)).toBeVisible();
});

test("a paper is shown as it is printed, bars with their numbers in words, and saved in the format that was chosen", async () => {
  const asked = answerFrom({ ...base, "papers.list": list, "papers.show": paper, "papers.write": null });
  render(Papers);
  expect(await screen.findByRole("heading", { name: /pack for governors/ })).toBeVisible();
  expect(
    screen.getByText(/Met 9, Mostly met 3, Partly met 2, Not met 1, Not answered 2/),
  ).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Evidence index" }));
  expect(lastOf(asked, "papers.show")).toEqual({ paper: "evidence_index" });
  await user.click(screen.getByRole("button", { name: "Save as Excel…" }));
  expect(lastOf(asked, "papers.write")).toEqual({ paper: "evidence_index", format: "xlsx" });
});

test("what is refused while a dialog stands is said inside it, and what was refused before is not", async () => {
  answerFrom({ ...base, "sign_off.show": year.signOffs.signed_off });
  file.failure = new Failed({ kind: "state", message: "An earlier refusal.", hint: "" });
  render(SignOff, { context: new Map([[TROUBLE, Refusal]]) });
  await user.click(await screen.findByRole("button", { name: "Take the sign-off back…" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.queryByText("An earlier refusal.")).toBeNull();
  await user.type(dialog.getByLabelText(/Why\?/), "B2 was wrong.");
  await user.click(dialog.getByRole("button", { name: "Take it back" }));
  expect(await dialog.findByRole("alert")).toHaveTextContent("No sign_off.void here.");
  expect(dialog.getByLabelText(/Why\?/)).toHaveValue("B2 was wrong.");
});

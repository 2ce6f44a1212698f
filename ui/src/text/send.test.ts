import { expect, test } from "vitest";
import type { SendView } from "../api/wire";
import { mailText } from "./send";

const view = {
  signed: false,
  setting: "Example Primary School",
  round: "2026/27",
  code: null,
  last: null,
  revision: 1,
};
const told = (more: object) => mailText({ ...view, ...more } as unknown as SendView);

test("a draft says that it is one, and has no code", () => {
  expect(told({})).toContain(
    "a draft of our return of the safeguarding self-audit for Example Primary School, round 2026/27",
  );
  expect(told({ code: "7K2M" })).not.toContain("7K2M");
});

test("a signed return has its code; a second one says that it replaces the first", () => {
  const signed = told({ signed: true, code: "7K2M-C", last: { revision: 2 } });
  expect(signed).toContain("our signed-off return");
  expect(signed).toContain("Its sign-off code is 7K2M-C.");
  expect(signed).toContain("It replaces what we sent before (this is number 2).");
});

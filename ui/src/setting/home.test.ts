// What the main button of a setting's home leads to, from the first question to the return.
import { expect, test } from "vitest";
import type { Home } from "../api/wire";
import { nextStep } from "./home";

function home(given: Partial<Home>): Home {
  const standards = [{ id: "s", state: "in_progress" }];
  const progress = { answered: 1, asked: 2 };
  return {
    state: "in_progress",
    read_only: false,
    standards,
    progress,
    gaps: { must: 1, look: 0 },
    ...given,
  } as Home;
}

const words = (given: Partial<Home>) => nextStep(home(given))?.words;
const whole = { answered: 2, asked: 2 } as Home["progress"];

test("the next step follows the audit: begin, go on, close gaps, sign, send", () => {
  expect(words({ standards: [{ id: "s", state: "not_started" }] as Home["standards"] })).toBe("begin");
  expect(words({})).toBe("goOn");
  expect(words({ progress: whole })).toBe("toChecks");
  expect(words({ progress: whole, gaps: { must: 0, look: 3 } as Home["gaps"] })).toBe("toSign");
  expect(words({ state: "signing", read_only: true })).toBe("toSign");
  expect(words({ state: "signed_off", read_only: true })).toBe("toSend");
});

test("an audit that is only read has no next step", () => {
  expect(words({ read_only: true })).toBeUndefined();
});

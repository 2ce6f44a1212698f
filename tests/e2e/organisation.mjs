// An organisation's audit: the same screens, worded for an organisation.
import assert from "node:assert/strict";

import { seen } from "./hands.mjs";
import * as year from "./year.mjs";

const SIDES = [
  ["Evidence", "Evidence"], ["Plan", "Plan"], ["Checks", "Checks"], ["Sign off", "Sign off"],
  ["Send", "Send"], ["Papers", "Papers"],
];

/** Goes over the sides and sees no word of a school's on any of them, and those of an organisation where they belong. */
export async function wordedForIt(screen) {
  for (const [side, heading] of SIDES) {
    await year.goTo(screen, side, heading);
    await seen(screen, "return document.querySelector('#main').innerText.length > 200", `${side} is empty`);
    await noSchool(screen, side);
  }
  await screen.sees("Pack for the board");
  await year.goTo(screen, "Home", "Sampleton");
  await screen.sees("Board meeting");
  await screen.sees("About your organisation");
}

/** No word of a school's stands on the screen. */
export async function noSchool(screen, where) {
  const text = await screen.text();
  const found = /.{0,60}\b(schools?|headteachers?|governors?|pupils?)\b.{0,60}/i.exec(text);
  assert.equal(found?.[0] ?? "", "", `a school's word on ${where}`);
}

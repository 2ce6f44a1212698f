import { expect, test } from "vitest";
import { partnershipFaults, settingFaults } from "./check";

const whole = {
  template: "school@2025.1",
  name: "Example Primary School",
  urn: "123456",
  round: "2026/27",
  governors: { day: "8", month: "12", year: "2026" },
  due: { day: "15", month: "1", year: "2027" },
};
const ids = (faults: { id: string }[]) => faults.map((fault) => fault.id);

test("a whole form has no fault", () => {
  expect(settingFaults(whole)).toEqual([]);
});

test("every fault is named at once, in the order of the fields", () => {
  const none = { day: "", month: "", year: "" };
  const empty = {
    template: "",
    name: " ",
    urn: "12a",
    round: "",
    governors: { ...none, day: "31" },
    due: none,
  };
  expect(ids(settingFaults(empty))).toEqual(["template", "name", "urn", "round", "governors"]);
  expect(ids(partnershipFaults({ template: "", name: "", round: "", due: none }))).toEqual([
    "name",
    "template",
    "round",
  ]);
});

test("a return cannot be due before the governors meet", () => {
  expect(ids(settingFaults({ ...whole, due: { day: "1", month: "12", year: "2026" } }))).toEqual(["due"]);
});

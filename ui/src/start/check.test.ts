import { expect, test } from "vitest";
import { wording } from "../text/wording";
import { nextYearFaults, partnershipFaults, settingFaults as faultsOf, type SettingForm } from "./check";

const whole = {
  template: "school@2025.1",
  name: "Example Primary School",
  urn: "123456",
  round: "2026/27",
  governors: { day: "8", month: "12", year: "2026" },
  due: { day: "15", month: "1", year: "2027" },
};
const settingFaults = (typed: SettingForm) => faultsOf(typed, wording("school"));
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

test("the words of a fault are those of the kind of setting", () => {
  const [fault] = faultsOf({ ...whole, name: "" }, wording("organisation"));
  expect(fault?.message).toBe("Enter the name of the organisation");
});

test("next year needs a tool and a round, and its dates in order", () => {
  const { template, round, governors, due } = whole;
  expect(nextYearFaults({ template, round, governors, due }, wording("school"))).toEqual([]);
  const wrong = nextYearFaults(
    { template: "", round: " ", governors: due, due: governors },
    wording("school"),
  );
  expect(ids(wrong)).toEqual(["template", "round", "due"]);
});

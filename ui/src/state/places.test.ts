import { expect, test } from "vitest";
import { address, placeAt, type Place } from "./places";

const places: Place[] = [
  { screen: "start" },
  { screen: "home" },
  { screen: "standard", standard: "school.c" },
  { screen: "question", standard: "school.c", question: "local.a/b.1" },
  { screen: "sign_off" },
  { screen: "guide", guide: "signing" },
  { screen: "analysis", part: "overview" },
  { screen: "analysis", part: "compare" },
  { screen: "intake", batch: "" },
  { screen: "intake", batch: "b1" },
  { screen: "reports", paper: "" },
  { screen: "reports", paper: "executive" },
  { screen: "return", submission: "018f" },
  { screen: "questions", filter: "" },
  { screen: "questions", filter: "confirm" },
  { screen: "search", text: "job description / 5 %" },
  { screen: "compare", submissions: ["018f", "018e"] },
  { screen: "changes" },
  { screen: "templates" },
  { screen: "template", template: "school@2025.1" },
  { screen: "template_trial", template: "school@2025.1.rag" },
  { screen: "template_own", template: "school@2025.1" },
  { screen: "template_compare", earlier: "school@2025.1", now: "school@2026.0" },
  { screen: "template_confirm", earlier: "school@2025.1", now: "school@2025.1.sampleton" },
];

test.each(places)("the address of a place leads back to it: $screen", (place) => {
  expect(placeAt(address(place))).toEqual(place);
});

test("an address of nothing leads nowhere", () => {
  for (const hash of [
    "",
    "#/",
    "#/elsewhere",
    "#/question/school.c",
    "#/standard",
    "#/guide",
    "#/template_compare/a",
  ])
    expect(placeAt(hash)).toBeNull();
});

import { expect, test } from "vitest";
import type { About } from "../../api/wire";
import { codeOf, topicOf } from "./surveys";

test("a choice stands for what it was made from", () => {
  const all: About[] = [
    { to: "not_said" },
    { to: "nothing" },
    { to: "standard", id: "school.c" },
    { to: "question", id: "school.c4" },
  ];
  for (const about of all) expect(topicOf(codeOf(about))).toEqual(about);
  expect(topicOf("elsewhere")).toEqual({ to: "not_said" });
});

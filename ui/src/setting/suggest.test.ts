import { expect, test } from "vitest";
import { suggestions } from "./suggest";

const known = (title: string, more = "") => ({ id: title, title, more });
const all = [known("Job description", "Shared drive"), known("Training log", "HR system"), known("Rota")];

test("every word that is typed must fit, in the title or beside it", () => {
  expect(suggestions(all, "job").map((one) => one.title)).toEqual(["Job description"]);
  expect(suggestions(all, "HR training").map((one) => one.title)).toEqual(["Training log"]);
  expect(suggestions(all, "job rota")).toEqual([]);
});

test("nothing typed offers the first few", () => {
  expect(suggestions(all, "  ")).toHaveLength(3);
  expect(suggestions([...all, ...all, ...all], "")).toHaveLength(5);
});

import { expect, test } from "vitest";
import { inWords, namedIn } from "./condition";

const questions: Record<string, { number: string; kind: string }> = {
  "school.c14": { number: "V3", kind: "date" },
  "school.c6": { number: "C6", kind: "rating" },
  "school.b1": { number: "B1", kind: "number" },
  "school.b2": { number: "B2", kind: "number" },
};
const known = (id: string) => questions[id];
const words = (condition: string) => inWords(condition, known);

test("dates come before and after, numbers are less and more", () => {
  expect(words("school.c14 < today - 2 years or school.c14 < due - 2 years")).toBe(
    "V3 is before today less 2 years or V3 is before the return date less 2 years",
  );
  expect(words("school.b2 > school.b1")).toBe("B2 is more than B1");
});

test("ratings, blanks and facts are said in words", () => {
  expect(words("school.c6.target and school.c14 is blank")).toBe(
    "C6 at the level to reach and V3 is not given",
  );
  expect(words('school.c6.meaning = "not_met"')).toBe("the rating of C6 is “Not met”");
  expect(words("early_years and not (boarding or sixth_form)")).toBe(
    "early years and not (boarding or sixth form)",
  );
  expect(words('phase in ("primary", "special")')).toBe("phase is one of (“primary”, “special”)");
  expect(words("answer.target and answer.note is not blank")).toBe(
    "the answer at the level to reach and the note on the answer is given",
  );
});

test("the questions that a condition names", () => {
  expect(namedIn("school.c6.target and school.c14 is blank and school.c6.note is blank", known)).toEqual([
    "school.c6",
    "school.c14",
  ]);
});

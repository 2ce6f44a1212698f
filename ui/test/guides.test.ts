import { expect, test } from "vitest";
import { guides, words } from "../src/text/guides";
import { asContents, asMarkdown } from "../src/text/guides/markdown";

const pages = import.meta.glob<string>("../../docs/guides/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const page = (name: string) => pages[`../../docs/guides/${name}.md`];

test.each(guides)("docs/guides/$name.md says what the app says; `make guides` writes it", (guide) => {
  expect(page(guide.name)).toBe(asMarkdown(guide));
});

test("there is a page for every guide and none besides", () => {
  expect(page("README")).toBe(asContents(words.title, words.pages, guides));
  expect(Object.keys(pages)).toHaveLength(guides.length + 1);
});

test("steps are numbered, and a backslash in a table stays one", () => {
  const parts = [{ steps: ["First.", "Then."] }, { head: ["What"], rows: [["A\\B"]] }];
  const written = asMarkdown({ name: "x", title: "T", lead: "L", sections: [{ heading: "H", parts }] });
  expect(written).toBe("# T\n\nL\n\n## H\n\n1. First.\n2. Then.\n\n| What |\n| --- |\n| A\\\\B |\n");
});

test("headings of a guide are told apart", () => {
  for (const { sections } of guides) {
    expect(new Set(sections.map((section) => section.heading)).size).toBe(sections.length);
  }
});

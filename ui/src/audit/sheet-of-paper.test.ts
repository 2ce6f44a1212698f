import { expect, test } from "vitest";
import { takenApart } from "./sheet-of-paper";

const page = `<!doctype html><html><head><title>T</title><style>body { margin: 2cm } :root{color:#111} .bodyline { top: 0 }</style>
<script>alert(1)</script></head><body><h1>Pack</h1><p onclick="alert(2)">Line</p><embed></body></html>`;

test("a paper keeps its look to itself", () => {
  const { css } = takenApart(page);
  expect(css).toContain(":host { margin: 2cm }");
  expect(css).toContain(":host{color:#111}");
  expect(css).toContain(".bodyline { top: 0 }");
});

test("nothing in it runs, and its headings stand below ours", () => {
  const box = document.createElement("div");
  box.append(takenApart(page).body);
  expect(box.querySelector("script, embed, style")).toBeNull();
  expect(box.querySelector("p")?.hasAttribute("onclick")).toBe(false);
  expect(box.querySelector("h1")?.getAttribute("aria-level")).toBe("2");
  expect(box.textContent).toContain("Line");
});

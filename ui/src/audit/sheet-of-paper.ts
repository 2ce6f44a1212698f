// A paper that the core has written as a web page, as it is shown inside a screen of ours: its own look kept to
// itself, its headings one level below ours, nothing in it that runs. Knows no screen.

/** A paper taken apart: its look as text, its contents ready to stand in a shadow root. */
export interface TakenApart {
  css: string;
  body: DocumentFragment;
}

/** Takes a page apart; scripts, frames and links to other files are left out. */
export function takenApart(html: string): TakenApart {
  const page = new DOMParser().parseFromString(html, "text/html");
  const css = [...page.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  for (const left of page.querySelectorAll("script, style, link, iframe, object, embed, base, meta"))
    left.remove();
  for (const one of page.body.querySelectorAll("*")) quieten(one);
  const body = document.createDocumentFragment();
  body.append(...[...page.body.childNodes].map((node) => document.adoptNode(node)));
  return { css: hosted(css), body };
}

/** The rules for the page as a whole are rules for the host it stands in. */
function hosted(css: string): string {
  return css.replace(/(^|[\s,{}])(?::root|html|body)(?=[\s,{:.[>])/g, "$1:host");
}

function quieten(one: Element): void {
  for (const name of one.getAttributeNames()) if (name.startsWith("on")) one.removeAttribute(name);
  const level = /^h([1-5])$/i.exec(one.tagName)?.[1];
  if (level) one.setAttribute("aria-level", String(Number(level) + 1));
}

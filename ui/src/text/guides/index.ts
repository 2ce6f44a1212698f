// Every guide there is, in the order in which they are needed.
import { accessibility } from "./accessibility";
import { completing } from "./completing";
import { data } from "./data";
import type { Guide } from "./guide";
import { returning } from "./returning";
import { signing } from "./signing";

export type { Door, Guide, Part, Section } from "./guide";

export const guides: Guide[] = [completing, signing, returning, data, accessibility];

export const words = {
  title: "Guides",
  lead: "Short, and written to be read while you do it. They work without the internet, as everything here does.",
  pages:
    "The guides of the app as pages. `make guides` writes them from `ui/src/text/guides`; change them there.",
  contents: "On this page",
  all: "All guides",
  missing: "There is no guide at this address.",
};

// Every screen of a setting's year, in the made-up school: axe, 400 % zoom, forced colours, light and dark.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { inBrowser } from "./browser-journey.mjs";
import { everyScreen } from "./every-screen.mjs";

const FITS = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";

for (const scheme of ["light", "dark"])
  test(`axe finds no fault on any screen, ${scheme}`, () => inBrowser({ scheme }, (screen, see) => everyScreen(screen, see)));

test("at 400 % zoom no screen has to be scrolled sideways", () =>
  inBrowser({ width: 320, height: 256 }, (screen) =>
    everyScreen(screen, async (place) => assert.ok(await screen.evaluate(FITS), `${place} fits`)),
  ));

test("in forced colours every screen stays sound", () =>
  inBrowser({ forced: "active" }, (screen, see) =>
    everyScreen(screen, async (place) => {
      await see(place);
      await screen.shot(join(screen.home.path, "forced.png"));
    }),
  ));

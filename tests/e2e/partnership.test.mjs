// An officer's journey over the sample partnership in Chromium, and a list of 24,000 returns.
import { test } from "node:test";
import { join } from "node:path";

import { inBrowser } from "./browser-journey.mjs";
import * as partnership from "./partnership.mjs";

test("an officer takes the sample's folder in, accepts several by key, sends one back, and scrolls a long list", () =>
  inBrowser({}, async (screen, see) => {
    const made = partnership.sample(screen.home.path);
    await partnership.takeFolderIn(screen, made, see);
    await partnership.roundScreens(screen, see);
    await screen.evaluate("location.hash = '#/returns'");
    await partnership.acceptSeveral(screen, see);
    await partnership.sendOneBack(screen, join(screen.home.path, "back.xlsx"), see);
    const told = await partnership.longList(screen);
    console.log(`24,000 returns: ${told.script.toFixed(2)} ms of script a frame, ${told.drawn} cells drawn`);
  }));

// One journey in Chromium, closed whatever happens: no breach of the content policy, a picture where it failed.
import assert from "node:assert/strict";
import { join } from "node:path";

import { Browser } from "./browser.mjs";
import { look } from "./walk.mjs";

/** Runs a journey in a browser of its own over a folder of its own. */
export async function inBrowser(options, journey) {
  const screen = await Browser.open(options);
  const shots = process.env.ATTEST_SHOTS;
  try {
    await journey(screen, (name) => look(screen, name, { shots }));
    assert.deepEqual(screen.violations(), []);
  } catch (error) {
    // A picture that cannot be taken must not hide what went wrong.
    if (shots) await screen.shot(join(shots, "failed.png"), "view").catch(console.error);
    throw error;
  } finally {
    await screen.close();
    screen.home.remove();
  }
}

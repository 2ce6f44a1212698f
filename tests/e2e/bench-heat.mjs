// The heatmap of 2,000 returns by every question in Chromium: the script of its first paint, and of a frame while it scrolls.
// Use: node tests/e2e/bench-heat.mjs FILE, after `bench_reports file FILE 2000`.
import { Browser } from "./browser.mjs";
import { onHeading } from "./hands.mjs";

const FRAMES = 120;

/** Processor milliseconds that scripts took so far. */
async function counter(screen) {
  const cdp = await screen.page.context().newCDPSession(screen.page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ScriptDuration").value;
  };
}

/** How long it takes from asking for the figures to their first paint, and how much of it after the host's last byte. */
async function painted(screen) {
  return screen.evaluate(`
    const begun = performance.now();
    performance.clearResourceTimings();
    location.hash = "#/analysis/heatmap";
    return new Promise((done) => {
      const look = () => {
        const drawn = Number(document.querySelector("[role=application] canvas")?.dataset.drawn ?? 0);
        if (drawn === 0) return requestAnimationFrame(look);
        const answers = performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/call"));
        const last = answers.toSorted((one, other) => one.encodedBodySize - other.encodedBodySize).at(-1);
        const now = performance.now();
        return done({ whole: now - begun, paint: now - last.responseEnd, bytes: last.encodedBodySize, drawn });
      };
      look();
    });`);
}

/** Scrolls down and across as a wheel does, frame by frame; gives the most cells that were drawn. */
async function scrolled(screen) {
  return screen.evaluate(`
    const canvas = document.querySelector("[role=application] canvas");
    const frame = canvas.parentElement;
    return (async () => {
      let drawn = 0;
      for (let at = 0; at < ${FRAMES}; at += 1) {
        frame.scrollTop += 140;
        frame.scrollLeft += at % 4 === 0 ? 40 : 0;
        await new Promise(requestAnimationFrame);
        drawn = Math.max(drawn, Number(canvas.dataset.drawn));
      }
      return { drawn, down: frame.scrollTop };
    })();`);
}

const screen = await Browser.open({ width: 1280, height: 900 });
try {
  await screen.answer(process.argv[2]);
  await screen.click("button", "Open a file");
  await onHeading(screen, "");
  const spent = await counter(screen);
  const before = await spent();
  const first = await painted(screen);
  const after = await spent();
  console.log(
    `heatmap: painted ${first.paint.toFixed(0)} ms after the host's answer of ${(first.bytes / 1e6).toFixed(1)} MB ` +
      `(${first.whole.toFixed(0)} ms from the click), ${(after - before).toFixed(0)} ms of script; ${first.drawn} cells drawn`,
  );
  const { drawn, down } = await scrolled(screen);
  const frame = ((await spent()) - after) / FRAMES;
  console.log(
    `  scrolling ${down.toFixed(0)} pixels: ${frame.toFixed(2)} ms of script a frame, at most ${drawn} cells drawn`,
  );
} finally {
  await screen.close();
}

// The way back: a return opened at another desk, changed there and read back here; and a section that goes out and comes back.
import { join } from "node:path";

import { inside, onHeading } from "./hands.mjs";
import { until } from "./walk.mjs";

/** Writes a return, changes it at a second desk that had only the workbook, and reads it back beside the file. */
export async function readBack(screen, see) {
  const home = screen.home.path;
  const sent = join(home, "Sent.xlsx");
  await screen.click("link", "Send", { whole: true });
  await screen.answer(sent);
  await screen.click("button", "Write the return");
  await screen.sees("Saved as a return file");
  await elsewhere(screen, sent, see);
  await inside(screen, "start.open_recent", { id: (await inside(screen, "start.show")).recent.find((one) => one.name === "Example").id });
  await screen.evaluate("location.hash = '#/home'; location.reload()");
  await screen.click("link", "Send", { whole: true });
  await screen.click("button", "Read a workbook back");
  await onHeading(screen, "Read a workbook back");
  await see("read-back-empty");
  await screen.answer(join(home, "Back.xlsx"));
  await screen.click("button", "Choose a workbook");
  await screen.sees("Not met");
  await see("read-back");
  await screen.click("button", "Take all from the workbook");
  await screen.click("button", /^Take 2 places over/);
  await screen.sees("Taken over: 2 places");
  await screen.press("Control+z");
  await until(screen, /Need your decision 2/);
  await see("read-back-undone");
}

/** A desk that has nothing but the workbook: begins an audit from it, answers, writes it again. */
async function elsewhere(screen, sent, see) {
  await inside(screen, "file.close");
  await screen.evaluate("location.hash = '#/start'; location.reload()");
  await screen.click("button", "Open a workbook sent to you");
  await onHeading(screen, "Open a workbook that was sent to you");
  await screen.answer(sent);
  await screen.click("button", "Choose a workbook");
  await screen.sees("Example Primary School");
  await see("sent");
  await screen.answer(join(screen.home.path, "Elsewhere.attest"));
  await screen.click("button", "Begin the audit");
  await screen.sees("Standards");
  await inside(screen, "answer.rate", { question: "school.a2", level: "not_met" });
  await inside(screen, "answer.write", { question: "school.a3", field: "note", text: "Said at another desk." });
  await screen.answer(join(screen.home.path, "Back.xlsx"));
  await inside(screen, "return.write");
  await inside(screen, "file.close");
}

/** Gives a section to a colleague, and reads it back as it went. */
export async function shareAndMerge(screen, see) {
  const path = join(screen.home.path, "Section.xlsx");
  await screen.evaluate("location.hash = '#/share'");
  await onHeading(screen, "Share a section");
  await screen.click("button", "Write the section");
  await screen.sees("Choose at least one standard");
  await screen.click("checkbox", /^A /);
  await screen.fill("textbox", "Name of your colleague", "Sam Sample");
  await screen.answer(path);
  await screen.click("button", "Write the section");
  await screen.sees("Now give it to Sam Sample");
  await see("share");
  await screen.click("button", "Read it back");
  await onHeading(screen, "Read a workbook back");
  await screen.answer(path);
  await screen.click("button", /Choose (a|another) workbook/);
  await screen.sees("says the same as this file");
  await screen.click("button", "Mark the section as back");
  await screen.evaluate("location.hash = '#/share'");
  await until(screen, /Back \d+ \w+ \d{4}/);
  await see("share-back");
}

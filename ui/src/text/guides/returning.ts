// How a return is written and sent.
import type { Guide } from "./guide";

export const returning: Guide = {
  name: "returning",
  title: "Returning it",
  lead: "The return is one Excel workbook. Attest writes it; you send it, the way your partnership has asked for.",
  sections: [
    {
      heading: "Write the return",
      parts: [
        {
          steps: [
            "Open Send. It says what is still open and whether the audit is signed off.",
            "Choose “Write the return” and a folder. The file name is right already; please keep it.",
            "Attest says where the file was saved.",
          ],
        },
        {
          says: "You can write the return as often as you like. As long as the audit is not signed off, every page of the workbook is marked as a draft.",
        },
      ],
      door: { to: "send", words: "Go to Send" },
    },
    {
      heading: "Send it",
      parts: [
        {
          steps: [
            "Copy the sentence that Send has ready and paste it into your e-mail.",
            "Attach the workbook itself: not a link to a shared drive, not a PDF, not a copy saved in another format.",
            "Send it to the address your partnership gave you, from your work account.",
          ],
        },
        {
          says: "Saving the workbook sends nothing. Attest has no way to send anything: until you have e-mailed the file, your partnership does not have it.",
        },
      ],
    },
    {
      heading: "If something was wrong",
      parts: [
        {
          says: "Correct it in Attest, not in the workbook, and write the return again. The new workbook knows that it replaces the earlier one. If the audit was signed off, void the sign-off first, and have it signed again.",
        },
        {
          says: "If your partnership sends the return back, it says which questions are in doubt and why. Your own file still has everything.",
        },
      ],
    },
    {
      heading: "Afterwards",
      parts: [
        {
          points: [
            "Keep the file. Next year begins from it, and every earlier year stays readable in it.",
            "Review the actions at your governors’ or board meetings; the plan goes on between audits.",
            "If an inspection is coming, Papers writes the inspection pack: ratings, what changed, evidence with ages, open actions, who signed and when.",
          ],
        },
      ],
    },
  ],
};

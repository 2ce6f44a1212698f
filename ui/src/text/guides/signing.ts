// How an audit is signed off, what the code is, and what an edit does afterwards.
import type { Guide } from "./guide";

export const signing: Guide = {
  name: "signing",
  title: "Signing it off",
  lead: "Who signs, in what order, what happens to the answers meanwhile, and how anybody can tell later that the paper and the file say the same.",
  sections: [
    {
      heading: "Before the meeting",
      parts: [
        {
          steps: [
            "Look through Checks and close the gaps: nobody can sign while one is open.",
            "Write the governor pack from Papers: a summary on one page, what must be done, the actions, what changed, questions to ask, and the page to sign.",
            "Send the pack with the agenda. Governors and board members do not need Attest to read it.",
            "Record what they ask, and your reply, under Challenge. Good questions and honest answers are part of the audit.",
          ],
        },
      ],
    },
    {
      heading: "The steps",
      parts: [
        {
          says: "The audit tool says who signs and in what order, for example the designated safeguarding lead, then the headteacher, then the chair of governors. Each step shows the statement that is being signed.",
        },
        {
          steps: [
            "Open Sign off. The step that is next has a form.",
            "Enter the name and role of the person who signs. Where a body signs, enter the date of its meeting and the minute reference.",
            "Read the statement together, then record the signature.",
          ],
        },
        {
          says: "Attest records that somebody at this computer entered a name. It does not prove who they are: the minutes of the meeting do that, which is why the minute reference is asked for.",
        },
      ],
      door: { to: "sign_off", words: "Go to Sign off" },
    },
    {
      heading: "From the first signature the answers are frozen",
      parts: [
        {
          says: "Answers, facts, evidence and actions of this audit cannot be changed while it is being signed or once it is signed. Reading, printing and sending still work.",
        },
        {
          says: "If something must be changed, void the sign-off and give the reason. The audit opens again, Attest lists which answers moved since the first signature, and the steps begin again. The voided sign-off stays in the record with its code, its signatures and your reason.",
        },
      ],
    },
    {
      heading: "The sign-off code",
      parts: [
        {
          says: "At the first signature Attest computes a short code from everything that was frozen: the audit tool, the facts, every rating and text, the actions and the evidence. The same code stands on screen, in the workbook and on the printed pages.",
        },
        {
          points: [
            "If the code on paper is the code on screen, both say the same.",
            "Type a code from a printed page under Sign off: Attest says “matches” or “does not match”.",
            "When answers have moved since, Attest lists which ones.",
            "The code shows differences. It does not show who made them, and it is no digital signature.",
          ],
        },
      ],
    },
  ],
};

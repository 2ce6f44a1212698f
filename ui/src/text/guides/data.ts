// What is kept where and for how long, what is not encrypted, and how a text is taken out.
import type { Guide } from "./guide";

export const data: Guide = {
  name: "data",
  title: "Data protection: what is kept where",
  lead: "For the person who answers for data protection in your school or organisation. It says what Attest keeps, where, for how long, what it does not protect, and how to take something out.",
  sections: [
    {
      heading: "What is kept, and where",
      parts: [
        {
          head: ["What", "Where", "How long"],
          rows: [
            [
              "Your audit: ratings, texts, evidence, actions, challenges, signatures, and the history of every change with date and name",
              "In the .attest file, in the folder you chose",
              "Until you delete the file",
            ],
            [
              "Safety copies of that file, made when it is opened after a change and before anything large",
              "In the folder of this user on this computer (Windows: AppData\\Local\\Attest\\backups; macOS: Library/Application Support/Attest/backups; Linux: .local/share/attest/backups), and a copy of each in the folder you chose in Settings, if you chose one",
              "The newest ten, one a day for 30 days, one a week for a year; after that they are removed as new ones are made",
            ],
            [
              "While the file is open: who has it open, so that two people do not write at once",
              "In a small file beside it",
              "Until the file is closed",
            ],
            [
              "The names and places of the last twelve files, your name as you gave it, and how you like the screen. No answer is in it",
              "One small file beside the safety copies, preferences.json",
              "Until you remove a file from the list or delete preferences.json",
            ],
            ["What you write out: returns, packs, sheets", "Wherever you save them", "Until you delete them"],
          ],
        },
        {
          says: "At a partnership, the .attest file also keeps every return that came in exactly as it was sent, so that a figure can be traced to its source.",
        },
      ],
    },
    {
      heading: "What leaves this computer",
      parts: [
        {
          says: "Nothing, by Attest. The program has no network code; it has no account, no server, no telemetry and no update check. A return leaves only when you send it.",
        },
        {
          says: "On Windows the screen is drawn by WebView2, which is part of Windows and may send diagnostics of its own; your IT department sets that for the whole computer.",
        },
      ],
    },
    {
      heading: "What is not encrypted",
      parts: [
        {
          points: [
            "The .attest file, its safety copies and the workbooks are not encrypted. Whoever can open the folder can read them.",
            "The protection of sheets in a workbook keeps people from typing in the wrong cell. It is no security.",
            "The sign-off code shows that something changed. It hides nothing.",
          ],
        },
        {
          says: "Keep the file on a disk that is encrypted and in a folder that only the people who need it can open. Delete safety copies too when a file is no longer needed: deleting the file does not delete them.",
        },
      ],
    },
    {
      heading: "Whose data it may hold",
      parts: [
        {
          says: "The names of those who answer, own actions, ask questions and sign. That is personal data of staff and governors, kept to show who answered for what.",
        },
        {
          says: "No child should be named or recognisable anywhere. Checks looks for what seems to be a child’s data: pupil numbers, NHS numbers, dates of birth near a name, postcodes, e-mail addresses, telephone numbers, “pupil” with a name. It finds patterns, not meaning: read what you wrote before you send it.",
        },
      ],
      door: { to: "checks", words: "Go to checks" },
    },
    {
      heading: "How to take something out for good",
      parts: [
        {
          steps: [
            "Open History and choose “Take a text out for good”, or choose “Redact” beside what Checks found.",
            "Enter the text exactly as it stands.",
            "It is replaced everywhere in this file, in the history, in kept originals and in the safety copies that Attest can reach. This cannot be undone.",
            "If a safety copy could not be changed, Attest names it. Delete that copy by hand.",
          ],
        },
        {
          says: "Files that were written out or sent before still hold the text: write them again, delete the old ones, and tell whoever received them.",
        },
      ],
      door: { to: "history", words: "Go to History" },
    },
    {
      heading: "How long to keep an audit",
      parts: [
        {
          says: "That is for your own retention schedule. Attest deletes no audit by itself. Earlier years in a file can be read for ever; to end that, delete the file, its safety copies and what was written out of it.",
        },
      ],
    },
  ],
};

// A made-up paper for looking at screens: no product code reads it.
const papers = ["governor_pack", "inspection_pack", "what_changed", "plan", "evidence_index", "history"];
const kinds = { governor_pack: ["html"], inspection_pack: ["html"], history: ["html", "xlsx"] };
export const list = papers.map((paper) => ({ paper, formats: kinds[paper] ?? ["html", "xlsx"] }));

const heading = (content) => ({ block: "heading", content });
const cell = (text) => ({ text, count: null, base: null });
const bar = (label, counts) => ({
  label,
  counts,
  share: { count: counts[0], base: counts.reduce((sum, n) => sum + n, 0) },
});

export const paper = {
  title: "Safeguarding self-audit 2026/27: pack for governors",
  about: ["Example Primary School", "School safeguarding self-assessment (Section 175/157), KCSIE 2025"],
  draft: "Draft: not signed off",
  author: "Example Primary School",
  code: "",
  sections: [
    {
      name: "Summary",
      begins: "here",
      blocks: [
        {
          block: "figures",
          content: [
            { value: "96 of 110", label: "Looked at", note: "" },
            { value: "71 of 94", label: "Met", note: "rated, not applicable left out" },
            { value: "3", label: "“Must” not met", note: "listed below" },
            { value: "1 of 6", label: "Actions overdue", note: "" },
          ],
        },
        {
          block: "bars",
          content: {
            title: "How we rated ourselves",
            caption: "Self-assessed by the school; 94 questions rated.",
            row: "Standard",
            share: "Met",
            parts: [
              { label: "Met", fill: "deepest" },
              { label: "Mostly met", fill: "middle" },
              { label: "Partly met", fill: "light" },
              { label: "Not met", fill: "hatched" },
              { label: "Not answered", fill: "empty" },
            ],
            rows: [
              bar("A Leadership and governance", [12, 2, 1, 0, 0]),
              bar("B The designated safeguarding lead", [9, 3, 2, 1, 2]),
              bar("C Policies and procedures", [14, 1, 0, 0, 1]),
            ],
            notes: ["The share is met over all questions asked."],
          },
        },
      ],
    },
    {
      name: "What must be done",
      begins: "new_page",
      blocks: [
        heading("What must be done"),
        {
          block: "notice",
          content: { tone: "warning", text: "3 questions that are a legal duty are not met." },
        },
        {
          block: "table",
          content: {
            title: "Actions",
            caption: "Open actions by due date.",
            as_at: "2026-11-21",
            columns: [
              { label: "Action", kind: "text" },
              { label: "Owner", kind: "short" },
              { label: "Due", kind: "short" },
              { label: "Questions", kind: "count" },
            ],
            rows: [
              ["Train a second deputy", "Head", "10 November 2026 (overdue)", "1"].map(cell),
              ["Put the lead’s hours into the job description", "Business lead", "31 January 2027", "2"].map(
                cell,
              ),
            ],
            notes: [],
          },
        },
        heading("Questions to ask"),
        {
          block: "list",
          content: ["How do we know that the lead has enough time?", "What did the last concern teach us?"],
        },
      ],
    },
    {
      name: "Sign-off",
      begins: "new_page",
      blocks: [
        heading("Sign-off"),
        {
          block: "signatures",
          content: [
            {
              role: "Designated safeguarding lead",
              body: "",
              statement:
                "I completed or checked every answer, and to the best of my knowledge they describe our school as it is.",
              signed: [
                { name: "Name", said: "A. Example" },
                { name: "On", said: "1 December 2026" },
              ],
            },
            {
              role: "Chair of governors",
              body: "Governing body",
              statement:
                "The board has considered this self-assessment and will follow the actions until they are done.",
              signed: null,
            },
          ],
        },
      ],
    },
  ],
};

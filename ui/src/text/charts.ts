// Charts and what can be done with them.
export const charts = {
  figures: "The same figures as a table",
  twin: (title: string) => `${title}: the figures`,
  copy: "Copy the figures",
  copied: "Copied. Paste them into a spreadsheet or a paper.",
  notCopied: "They could not be copied. Open the table and copy it by hand.",
  png: "Save as a picture…",
  svg: "Save as SVG…",
};

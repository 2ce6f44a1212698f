// Charts, tables and lists, and how they are taken along.
export const charts = {
  figures: "The same figures as a table",
  hidden: "Every figure of this chart is hidden, since each would speak of too few settings.",
  twin: (title: string) => `${title}: the figures`,
};

export const takeAway = {
  copy: "Copy the table",
  copied: "The table is copied: paste it into a letter or a sheet.",
  onceMore: "It may be copied: press the same button once more.",
  notCopied: "The table could not be copied. Save it as a workbook instead.",
  tooLarge: "That is too large to be copied. Save it as Excel: every row is in it.",
  xlsx: "Save as Excel…",
  png: "Save as PNG…",
  svg: "Save as SVG…",
  /** Stands over what is taken from a screen by hand: selected text, or the page as the web view prints it. */
  byHand: {
    officers: "For officers only: small numbers are not hidden.",
    others: "Taken from the screen by hand, so it is not recorded as shared.",
  },
};

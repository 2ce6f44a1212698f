// The sides of a setting's file, as its navigation names them.

export const nav = {
  label: "This audit",
  home: "Home",
  audit: "Audit",
  evidence: "Evidence",
  plan: "Plan",
  checks: "Checks",
  challenges: "Challenge",
  signOff: "Sign off",
  send: "Send",
  papers: "Papers",
};

export const audit = {
  empty: "This audit asks no questions yet.",
};

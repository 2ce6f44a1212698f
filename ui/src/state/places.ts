// Every screen there is, and its address after the `#`. Knows no drawing.

/** The screens whose address is their name alone. */
const plain = [
  "start",
  "new_setting",
  "new_partnership",
  "preferences",
  "history",
  "home",
  "audit",
  "audits",
  "next_year",
  "add_setting",
  "changes",
  "evidence",
  "plan",
  "checks",
  "challenges",
  "sign_off",
  "send",
  "read_back",
  "share",
  "sent",
  "papers",
  "guides",
  "templates",
  "own_workbook",
  "round",
  "needs",
  "returns",
  "register",
  "issue",
  "chase",
  "register_list",
  "round_settings",
  "partnership",
  "findings",
  "panels",
  "exchange",
  "workshops",
  "cases",
  "programme",
  "tracking",
] as const;

/** The parts of a round's analysis, in their order. */
export const parts = [
  "overview",
  "standards",
  "questions",
  "heatmap",
  "compare",
  "written",
  "signals",
  "surveys",
] as const;

/** A part of a round's analysis. */
export type Part = (typeof parts)[number];

export type Place =
  | { screen: (typeof plain)[number] }
  | { screen: "standard"; standard: string }
  | { screen: "question"; standard: string; question: string }
  | { screen: "questions"; filter: string }
  | { screen: "search"; text: string }
  | { screen: "compare"; submissions: string[] }
  | { screen: "guide"; guide: string }
  | { screen: "template" | "template_trial" | "template_own"; template: string }
  | { screen: "template_compare" | "template_confirm"; earlier: string; now: string }
  | { screen: "analysis"; part: Part }
  | { screen: "intake"; batch: string }
  | { screen: "reports"; paper: string }
  | { screen: "return"; submission: string }
  | { screen: "panel" | "room"; session: string }
  | { screen: "case_audit"; audit: string }
  | { screen: "audited_case"; audit: string; of: string }
  | { screen: "dip_sample"; sample: string };

/** The screens that stand with no file open. */
const alone: Place["screen"][] = [
  "start",
  "new_setting",
  "new_partnership",
  "sent",
  "preferences",
  "guides",
  "guide",
  "templates",
  "own_workbook",
  "template",
  "template_trial",
  "template_own",
  "template_compare",
  "template_confirm",
];

/** The screens of one audit tool, and of two beside each other. */
const ofOne = ["template", "template_trial", "template_own"] as const;
const ofSession = ["panel", "room"] as const;
const ofTwo = ["template_compare", "template_confirm"] as const;

/** The address of a place: `#/question/school.c/school.c4`. */
export function address(place: Place): string {
  const parts = [place.screen, ...details(place)].map((part) => encodeURIComponent(part));
  return `#/${parts.join("/")}`;
}

/** The place of an address; nothing where there is none. */
export function placeAt(hash: string): Place | null {
  const [screen, first = "", second = ""] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map((part) => decodeURIComponent(part));
  const simple = plain.find((name) => name === screen);
  if (simple) return { screen: simple };
  if (screen === "analysis") return { screen, part: parts.find((part) => part === first) ?? "overview" };
  if (screen === "intake") return { screen, batch: first };
  if (screen === "reports") return { screen, paper: first };
  if (screen === "questions") return { screen, filter: first };
  if (screen === "search") return { screen, text: first };
  if (screen === "compare") return { screen, submissions: first.split(" ").filter(Boolean) };
  if (first && screen === "standard") return { screen, standard: first };
  if (first && screen === "guide") return { screen, guide: first };
  const one = ofOne.find((name) => name === screen);
  if (first && one) return { screen: one, template: first };
  const two = ofTwo.find((name) => name === screen);
  if (first && second && two) return { screen: two, earlier: first, now: second };
  const met = ofSession.find((name) => name === screen);
  if (first && met) return { screen: met, session: first };
  if (first && screen === "dip_sample") return { screen, sample: first };
  if (first && screen === "case_audit") return { screen, audit: first };
  if (first && second && screen === "audited_case") return { screen, audit: first, of: second };
  if (first && screen === "return") return { screen, submission: first };
  if (first && second && screen === "question") return { screen, standard: first, question: second };
  return null;
}

/** Whether a place can be shown with no file open. */
export function needsNoFile(place: Place): boolean {
  return alone.includes(place.screen);
}

function details(place: Place): string[] {
  switch (place.screen) {
    case "standard":
      return [place.standard];
    case "question":
      return [place.standard, place.question];
    case "guide":
      return [place.guide];
    case "template":
    case "template_trial":
    case "template_own":
      return [place.template];
    case "template_compare":
    case "template_confirm":
      return [place.earlier, place.now];
    case "analysis":
      return [place.part];
    case "intake":
      return place.batch ? [place.batch] : [];
    case "reports":
      return place.paper ? [place.paper] : [];
    case "questions":
      return place.filter ? [place.filter] : [];
    case "search":
      return place.text ? [place.text] : [];
    case "compare":
      return [place.submissions.join(" ")];
    case "return":
      return [place.submission];
    case "panel":
    case "room":
      return [place.session];
    case "dip_sample":
      return [place.sample];
    case "case_audit":
      return [place.audit];
    case "audited_case":
      return [place.audit, place.of];
    default:
      return [];
  }
}

// What a question of a survey is set beside, as the value of a choice and back.
import type { About, SurveyView } from "../../api/wire";

/** The value of the choice: `standard:school.c`. */
export function codeOf(about: About): string {
  return "id" in about ? `${about.to}:${about.id}` : about.to;
}

/** What a value of the choice stands for. */
export function topicOf(code: string): About {
  const [to = "", ...id] = code.split(":");
  if (to === "standard" || to === "question") return { to, id: id.join(":") };
  return { to: to === "nothing" ? "nothing" : "not_said" };
}

/** How many questions of a survey nobody has put to anything yet. */
export function toDo(survey: SurveyView): number {
  return survey.items.filter((item) => item.about.to === "not_said").length;
}

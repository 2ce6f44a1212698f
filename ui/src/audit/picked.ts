// What was picked beside an audit tool: another scale, and that a draft or preview was understood.
import type { Status, TemplateChoice } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";
import { picking as text } from "../text/tools";

/** What was picked, and of which tool: of another one it says nothing. */
export interface Picked {
  key: string;
  scale: string;
  understood: boolean;
}

export const nothingPicked: Picked = { key: "", scale: "", understood: false };

export const statusLooks: Record<Status, { shape: Shape; tone: Tone }> = {
  draft: { shape: "cross", tone: "not-met" },
  preview: { shape: "question", tone: "not-met" },
  unreviewed: { shape: "question", tone: "partly" },
  reviewed: { shape: "tick", tone: "met" },
};

/** What was picked of this tool. */
export function pickedOf(tool: TemplateChoice, picked: Picked): Picked {
  return picked.key === tool.key ? picked : { ...nothingPicked, key: tool.key };
}

/** Whether a tool may be used only by somebody who says that it is not in force. */
export function notInForce(tool: TemplateChoice): "draft" | "preview" | null {
  return tool.status === "draft" || tool.status === "preview" ? tool.status : null;
}

/** The parts of the request that begins an audit with this tool. */
export function asPicked(tool: TemplateChoice | null, picked: Picked) {
  const mine = tool ? pickedOf(tool, picked) : nothingPicked;
  const understood = tool && mine.understood ? notInForce(tool) : null;
  return { scale: mine.scale || null, understood };
}

/** The fault of a form that begins with a draft or preview unawares. */
export function pickFaults(tool: TemplateChoice | null, picked: Picked): { id: string; message: string }[] {
  const status = tool && notInForce(tool);
  if (!status || pickedOf(tool, picked).understood) return [];
  return [{ id: "understood", message: text.notUnderstood(status) }];
}

/** The key under which the tool of an audit can be looked at; for one on another scale the tool it was made from. */
export function atHand(tools: TemplateChoice[], tool: TemplateChoice): string | null {
  const found =
    tools.find((one) => one.key === tool.key) ??
    tools.find((one) => tool.key.startsWith(`${one.key}.`) && one.questions === tool.questions);
  return found?.key ?? null;
}

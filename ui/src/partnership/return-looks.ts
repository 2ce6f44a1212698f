// How a return's sign-off looks in a list.
import type { SignedAs } from "../api/wire";
import type { Look } from "../audit/meanings";

export const signedLooks: Record<SignedAs, Look> = {
  nobody: { shape: "open", tone: "neutral" },
  begun: { shape: "half", tone: "partly" },
  matches: { shape: "tick", tone: "met" },
  differs: { shape: "cross", tone: "not-met" },
  unsaid: { shape: "dot", tone: "neutral" },
};

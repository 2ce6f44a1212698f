// The shapes there are, and the tones they are drawn in.

export type Shape =
  "star" | "tick" | "most" | "half" | "cross" | "dash" | "dot" | "back" | "question" | "open";

export type Tone = "exceeds" | "met" | "mostly" | "partly" | "not-met" | "neutral";

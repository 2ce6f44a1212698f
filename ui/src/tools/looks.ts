// How changes and checks are drawn.
import type { Change, Weight } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";

interface Look {
  shape: Shape;
  tone: Tone;
}

export const weightLooks: Record<Weight, Look> = {
  gap: { shape: "cross", tone: "not-met" },
  look: { shape: "question", tone: "partly" },
};

export const changeLooks: Record<Change, Look> = {
  same: { shape: "tick", tone: "met" },
  reworded: { shape: "half", tone: "partly" },
  split: { shape: "most", tone: "mostly" },
  merged: { shape: "most", tone: "mostly" },
  new: { shape: "star", tone: "exceeds" },
  dropped: { shape: "dash", tone: "neutral" },
};

// The parts of the analysis: a part is a line here, a component, and its words in `text/analysis`.
import type { Component } from "svelte";
import type { Part } from "../../state/places";
import Compare from "./Compare.svelte";
import Heatmap from "./Heatmap.svelte";
import Overview from "./Overview.svelte";
import Questions from "./Questions.svelte";
import Signals from "./Signals.svelte";
import Standards from "./Standards.svelte";
import Surveys from "./Surveys.svelte";
import Written from "./Written.svelte";

/** What is shown in each part, in the order of the parts. */
export const parts: Record<Part, Component> = {
  overview: Overview,
  standards: Standards,
  questions: Questions,
  heatmap: Heatmap,
  compare: Compare,
  written: Written,
  signals: Signals,
  surveys: Surveys,
};

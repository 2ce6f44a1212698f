// What the tests use of the made-up year.
import type {
  CheckView,
  Comparison,
  EvidenceView,
  PlanView,
  SendView,
  SignOffView,
} from "../../src/api/commands";

export const signOffs: Record<"in_progress" | "ready" | "signing" | "signed_off", SignOffView>;
export const comparison: Comparison;
export const evidence: EvidenceView;
export const plan: PlanView;
export const checks: CheckView;
export function sending(signed: boolean): SendView;

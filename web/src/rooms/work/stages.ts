import type { Tone } from "../../ui";
import type { Stage } from "../shared/shapes";

const tones: Record<Stage, Tone> = {
  requested: "info",
  accepted: "info",
  inviting: "info",
  diverted: "info",
  mediating: "warn",
  agreed: "ok",
  visiting: "ok",
  archived: "neutral",
  advised: "neutral",
  refused: "neutral",
  terminated: "danger",
  transferred: "neutral",
};

export function toneOf(stage: Stage): Tone {
  return tones[stage] ?? "neutral";
}

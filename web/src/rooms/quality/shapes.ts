import type { components } from "../../schema";
import type { Tone } from "../../ui";

type Told = components["schemas"];

export type Sample = Told["quality.SampleView"];
export type Samples = Told["quality.Samples"];
export type Reviews = Told["quality.Reviews"];
export type Place = Told["quality.Place"];
export type ReviewLine = Told["quality.ReviewLine"];
export type Review = Told["quality.ReviewView"];
export type Item = Told["quality.ItemView"];
export type Verdict = Told["quality.Verdict"];
export type Round = Told["quality.RoundView"];
export type Prospect = Told["quality.Prospect"];
export type Figures = Told["quality.QualityFigures"];
export type Status = Told["quality.Status"];
export type Step = Told["quality.Step"];

export const toneOf: Record<Status, Tone> = {
  drawn: "neutral",
  checking: "info",
  mending: "warn",
  mended: "info",
  closed: "ok",
};

export const severityTone: Record<string, Tone> = { grave: "danger", serious: "warn", slight: "neutral" };

export const reviewPage = (id: string) => `/desk/quality/reviews/${id}`;
export const samplePage = (id: string) => `/desk/quality/samples/${id}`;

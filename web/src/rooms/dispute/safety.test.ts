import { expect, test } from "vitest";
import { toBeAsked } from "./safety";
import type { FileView } from "./types";

const file = (more: object = {}) =>
  ({
    dispute: {
      concluded_at: null,
      closed_as: null,
      room: { checks: [{ party: "mother" }] },
      parties: [
        { id: "mother", kind: "person", left: false },
        { id: "daughter", kind: "person", left: false },
        { id: "son", kind: "person", left: true },
        { id: "firm", kind: "organisation", left: false },
      ],
      ...more,
    },
  }) as unknown as FileView;

test("article_5_everybody_who_is_there_and_was_not_asked_alone_is_to_be_asked", () => {
  expect(toBeAsked(file()).map((one) => one.id)).toEqual(["daughter"]);
  expect(toBeAsked(file({ concluded_at: "2023-11-20T09:00:00+08:00" }))).toEqual([]);
});

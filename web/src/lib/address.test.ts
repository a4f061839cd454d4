import { expect, test } from "vitest";
import { changed } from "./address";

test("a change keeps what else stands in the address", () => {
  expect(changed("?tab=agreements&cursor=50", { do: "resolution.drafted", cursor: null }).toString()).toBe(
    "tab=agreements&do=resolution.drafted",
  );
  expect(changed("", { tab: "" }).toString()).toBe("");
});

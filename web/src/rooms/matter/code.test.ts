import { expect, test } from "vitest";
import { codeInAddress, tidyCode } from "./code";

test("a_code_is_read_however_it_was_written", () => {
  expect(tidyCode("kq7m-2p8x ")).toBe("KQ7M2P8X");
  expect(codeInAddress("#kq7m%2D2p8x")).toBe("KQ7M2P8X");
});

test("an_address_that_was_cut_off_in_the_middle_of_a_sign_breaks_no_page", () => {
  expect(codeInAddress("#kq7m%2")).toBe("KQ7M%2");
});

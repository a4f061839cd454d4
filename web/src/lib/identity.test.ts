import { expect, test } from "vitest";
import { identityIn, maskedPhone, tidyPhone } from "./identity";

// Area 990000 does not exist; the check characters are right.
test("a_number_tells_birth_and_sex", () => {
  expect(identityIn("99000019900101005X")).toEqual({ birth: "1990-01-01", sex: "male" });
});

test("a_wrong_check_character_or_date_tells_nothing", () => {
  expect(identityIn("990000199001010051")).toBeNull();
  expect(identityIn("990000199002300010")).toBeNull();
  expect(identityIn("123")).toBeNull();
});

test("phones_are_tidied_and_masked", () => {
  expect(tidyPhone("138 1234-2046")).toBe("13812342046");
  expect(maskedPhone("13812342046")).toBe("138****2046");
});

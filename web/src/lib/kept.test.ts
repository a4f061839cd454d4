import { beforeEach, expect, test } from "vitest";
import {
  drop,
  dropEverything,
  dropOthers,
  keep,
  keepFor,
  keepOnPage,
  kept,
  keptOnPage,
  leftPage,
  onlyPage,
} from "./kept";

beforeEach(() => {
  dropEverything();
  keepFor("A");
});

test("what_is_kept_lies_in_the_tab_and_only_there", () => {
  keep("draft intake", { facts: "漏水" });
  expect(kept("draft intake")).toEqual({ facts: "漏水" });
  expect(sessionStorage.length).toBe(1);
  expect(localStorage.length).toBe(0);
  drop("draft intake");
  expect(kept("draft intake")).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test("another_account_sees_nothing_of_it_and_signing_in_wipes_what_is_not_ones_own", () => {
  keep("draft intake", 1);
  keepFor("B");
  expect(kept("draft intake")).toBeNull();
  keep("draft intake", 2);
  dropOthers();
  keepFor("A");
  expect(kept("draft intake")).toBeNull();
  keepFor("B");
  expect(kept("draft intake")).toBe(2);
});

test("signing_out_wipes_everything", () => {
  keep("draft intake", 1);
  keepOnPage("/desk/intake/done/1", ["KQ7M2P8X"]);
  dropEverything();
  expect(kept("draft intake")).toBeNull();
  expect(keptOnPage("/desk/intake/done/1")).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test("what_belongs_to_a_page_goes_when_that_page_is_left_and_not_before", () => {
  keepOnPage("/desk/intake/done/1", ["KQ7M2P8X"]);
  keep("draft intake", 1);
  leftPage("/desk/intake/new");
  onlyPage("/desk/intake/done/1"); // the page was loaded anew
  expect(keptOnPage("/desk/intake/done/1")).toEqual(["KQ7M2P8X"]);
  leftPage("/desk/intake/done/1");
  expect(keptOnPage("/desk/intake/done/1")).toBeNull();
  expect(kept("draft intake")).toBe(1);
});

test("who_comes_back_to_another_page_by_its_address_finds_no_code_of_the_page_before", () => {
  keepOnPage("/apply/done", { code: "KQ7M2P8X" });
  onlyPage("/");
  expect(keptOnPage("/apply/done")).toBeNull();
});

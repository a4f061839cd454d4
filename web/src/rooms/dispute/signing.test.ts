import { expect, test } from "vitest";
import { hasSigned, linkState, memberOf, pensOf, signersOf } from "./signing";
import type { Agreement, FileView } from "./types";

const none = "0000000000000";
const member = (id: string, more: object = {}) => ({
  id,
  representative: false,
  authorised: false,
  left: false,
  ...more,
});
const fileOf = (members: object[]) =>
  ({
    dispute: {
      parties: [
        { id: "G", kind: "group", members },
        { id: "P", kind: "person", members: [] },
      ],
    },
  }) as unknown as FileView;
const agreementOf = (signed: [string, string][]) =>
  ({
    parties: ["G", "P"],
    links: [],
    signatures: signed.map(([party, who]) => ({ party, pen: { member: who } })),
  }) as unknown as Agreement;

test("each_member_of_a_group_signs_or_has_authorised_a_representative_who_did", () => {
  const file = fileOf([
    member("A", { representative: true, authorised: true }),
    member("B", { authorised: true }),
    member("C"),
  ]);
  expect(hasSigned(file, agreementOf([["G", "A"]]), "G")).toBe(false);
  expect(
    hasSigned(
      file,
      agreementOf([
        ["G", "A"],
        ["G", "C"],
      ]),
      "G",
    ),
  ).toBe(true);
  expect(hasSigned(file, agreementOf([["G", none]]), "G")).toBe(true);
  expect(signersOf(file, agreementOf([])).map((one) => one.member)).toEqual(["A", "B", "C", null]);
  expect(memberOf({ member: none })).toBeNull();
});

test("who_signed_a_paper_is_asked_where_an_agent_was_named", () => {
  const of = (party: object) =>
    pensOf({ dispute: { parties: [{ id: "P", name: "顾真远", ...party }] } } as unknown as FileView, "P").map(
      ({ as, name }) => `${as} ${name}`,
    );
  expect(of({ kind: "person", capacity: "full", represented_by: "李代" })).toEqual(["self 顾真远", "agent 李代"]);
  expect(of({ kind: "person", capacity: "full", represented_by: null })).toEqual([]);
  expect(of({ kind: "person", capacity: "limited", represented_by: "李代" })).toEqual([]);
  expect(of({ kind: "organisation", capacity: "full", represented_by: "钱总" })).toEqual([]);
});

test("a_link_is_open_until_it_is_used_void_or_old", () => {
  const link = { used_at: null, revoked_at: null, expires_at: "2023-11-27T09:00:00+08:00" } as never;
  const before = Date.parse("2023-11-20T09:00:00+08:00");
  expect(linkState(link, before)).toBe("open");
  expect(linkState(link, before + 8 * 86_400_000)).toBe("expired");
});

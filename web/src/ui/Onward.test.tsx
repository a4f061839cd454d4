import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import i18next from "i18next";
import type { ReactNode } from "react";
import { initReactI18next } from "react-i18next";
import { MemoryRouter } from "react-router";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { rowsOf, useOnward } from "../lib/onward";
import { Kit } from "../test/kit";
import { DataTable } from "./DataTable";
import { Onward } from "./Onward";

const ask = vi.hoisted(() => vi.fn());
vi.mock("../lib/server", () => ({ ask, keyOf: (path: string, query: object) => [path, query] }));

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

// Five of them, two a page; the cursor is the last one shown.
const all = ["甲", "乙", "丙", "丁", "戊"];
function page(_path: string, { cursor }: { cursor: string | null }) {
  const from = cursor ? all.indexOf(cursor) + 1 : 0;
  const items = all.slice(from, from + 2);
  return Promise.resolve({ items, cursor: from + 2 < all.length ? items.at(-1) : null });
}

interface Told {
  items: string[];
  cursor: string | null;
}
const itself = (one: string) => one;
const later = <T,>(answer: T) => new Promise<T>((done) => setTimeout(() => done(answer), 30));

function Pages({ status = "sent" }: { status?: string }) {
  const list = useOnward<Told>("/referrals", { status });
  const items = rowsOf(list, (one) => one.items, itself) ?? [];
  return (
    <Onward list={list} items={items} itemKey={itself}>
      {(one) => <p data-testid="card">{one}</p>}
    </Onward>
  );
}

const fresh = () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
const whole = (queries: QueryClient, shown: ReactNode) => (
  <QueryClientProvider client={queries}>
    <Kit>
      <MemoryRouter>{shown}</MemoryRouter>
    </Kit>
  </QueryClientProvider>
);
const open = () => render(whole(fresh(), <Pages />));
const cards = () => screen.getAllByTestId("card").map((one) => one.textContent);
const rows = () => screen.getAllByRole("link").map((one) => one.textContent);
const more = () => screen.getByRole("button", { name: common.table.more });

test("the_next_ones_come_below_and_take_the_focus_until_there_are_no_more", async () => {
  ask.mockImplementation(page);
  open();
  await waitFor(() => expect(cards()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await waitFor(() => expect(cards()).toEqual(["甲", "乙", "丙", "丁"]));
  expect(document.activeElement?.textContent).toBe("丙");
  fireEvent.click(more());
  await waitFor(() => expect(cards()).toEqual(all));
  expect(document.activeElement?.textContent).toBe("戊");
  expect(screen.queryByRole("button")).toBeNull();
  expect(ask.mock.calls.map((call) => (call[1] as { cursor: string | null }).cursor)).toEqual([null, "乙", "丁"]);
});

test("the_cards_are_a_list_and_the_way_on_stands_below_it", async () => {
  ask.mockImplementation(page);
  open();
  await waitFor(() => expect(cards()).toEqual(["甲", "乙"]));
  const list = screen.getByRole("list");
  const items = within(list).getAllByRole("listitem");
  expect(items.map((one) => one.textContent)).toEqual(["甲", "乙"]);
  expect(items.map((one) => one.parentElement)).toEqual([list, list]);
  expect(list.contains(more())).toBe(false);
});

test("a_row_that_moved_onto_the_next_page_stands_there_once_and_the_first_new_one_has_the_focus", async () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {});
  ask.mockImplementation((_path: string, { cursor }: { cursor: string | null }) =>
    Promise.resolve(cursor ? { items: ["乙", "丙"], cursor: null } : { items: ["甲", "乙"], cursor: "乙" }),
  );
  open();
  await waitFor(() => expect(cards()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await waitFor(() => expect(cards()).toEqual(["甲", "乙", "丙"]));
  expect(document.activeElement?.textContent).toBe("丙");
  expect(complain).not.toHaveBeenCalled(); // of two children with one key
  complain.mockRestore();
});

test("of_a_row_told_twice_the_later_word_holds_at_its_first_place", () => {
  const pages = [
    [
      ["a", 1],
      ["b", 1],
    ],
    [
      ["a", 2],
      ["c", 2],
    ],
  ] as [string, number][][];
  const data = { pages, pageParams: [] };
  expect(
    rowsOf(
      { data },
      (one) => one,
      ([key]) => key,
    ),
  ).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", 2],
  ]);
  expect(
    rowsOf(
      { data: undefined as typeof data | undefined },
      (one) => one,
      ([key]) => key,
    ),
  ).toBeUndefined();
});

// In a table and among cards alike.
const lists = [
  { kind: "cards", List: Pages, read: cards },
  { kind: "rows", List: Rows, read: rows },
];

test.each(lists)("a_request_that_failed_moves_no_focus_when_more_comes_by_itself_$kind", async ({ List, read }) => {
  const queries = fresh();
  let told = ["甲", "乙"];
  ask.mockImplementation((_path: string, { cursor }: { cursor: string | null }) =>
    cursor ? Promise.reject(new Error("no line")) : later({ items: told, cursor: "more" }),
  );
  render(whole(queries, <List />));
  await waitFor(() => expect(read()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await screen.findByRole("alert");
  const before = document.activeElement;
  told = all;
  void queries.invalidateQueries();
  await waitFor(() => expect(read()).toEqual(all));
  expect(document.activeElement).toBe(before);
});

test.each(lists)("nor_does_one_that_was_given_up_for_another_filter_$kind", async ({ List, read }) => {
  const queries = fresh();
  ask.mockImplementation((_path: string, { status, cursor }: { status: string; cursor: string | null }) => {
    if (cursor) return new Promise(() => {});
    return Promise.resolve(status === "long" ? { items: all, cursor: null } : { items: ["甲", "乙"], cursor: "乙" });
  });
  const drawn = render(whole(queries, <List status="long" />));
  await waitFor(() => expect(read()).toEqual(all));
  drawn.rerender(whole(queries, <List status="short" />));
  await waitFor(() => expect(read()).toEqual(["甲", "乙"]));
  const before = document.activeElement;
  fireEvent.click(more());
  await waitFor(() =>
    expect(more().hasAttribute("data-loading") || more().getAttribute("aria-busy") === "true").toBe(true),
  );
  drawn.rerender(whole(queries, <List status="long" />));
  await waitFor(() => expect(read()).toEqual(all));
  expect(document.activeElement).toBe(before);
});

test("what_is_there_stays_when_the_next_page_does_not_come", async () => {
  ask.mockImplementation((path: string, query: { cursor: string | null }) =>
    query.cursor ? Promise.reject(new Error("no line")) : page(path, query),
  );
  open();
  await waitFor(() => expect(cards()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await screen.findByRole("alert");
  expect(cards()).toEqual(["甲", "乙"]);
});

function Rows({ status }: { status?: string }) {
  const list = useOnward<Told>("/complaints", { status });
  return (
    <DataTable
      caption="投诉"
      columns={[{ key: "name", head: "姓名", primary: true, cell: (one: string) => one }]}
      rows={rowsOf(list, (one) => one.items, itself)}
      rowKey={itself}
      rowTo={(one) => `/desk/${one}`}
      onward={list}
      empty="无"
    />
  );
}

test("rows_of_a_table_are_read_onward_in_the_same_way", async () => {
  ask.mockImplementation(page);
  render(whole(fresh(), <Rows />));
  await waitFor(() => expect(rows()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await waitFor(() => expect(rows()).toEqual(["甲", "乙", "丙", "丁"]));
  expect(document.activeElement?.textContent).toBe("丙");
  fireEvent.click(more());
  await waitFor(() => expect(rows()).toEqual(all));
  expect(document.activeElement?.textContent).toBe("戊");
  expect(screen.queryByRole("button")).toBeNull();
});

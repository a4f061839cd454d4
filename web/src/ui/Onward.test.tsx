import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { MemoryRouter } from "react-router";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { useOnward } from "../lib/onward";
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

function Pages() {
  const list = useOnward<{ items: string[]; cursor: string | null }>("/referrals", { status: "sent" });
  const items = list.data?.pages.flatMap((one) => one.items) ?? [];
  return (
    <Onward list={list} items={items} itemKey={(one) => one}>
      {(one) => <p data-testid="card">{one}</p>}
    </Onward>
  );
}

const open = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Kit>
        <Pages />
      </Kit>
    </QueryClientProvider>,
  );
const cards = () => screen.getAllByTestId("card").map((one) => one.textContent);
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

function Rows() {
  const list = useOnward<{ items: string[]; cursor: string | null }>("/complaints");
  return (
    <DataTable
      caption="投诉"
      columns={[{ key: "name", head: "姓名", primary: true, cell: (one: string) => one }]}
      rows={list.data?.pages.flatMap((one) => one.items)}
      rowKey={(one) => one}
      rowTo={(one) => `/desk/${one}`}
      onward={list}
      empty="无"
    />
  );
}

test("rows_of_a_table_are_read_onward_in_the_same_way", async () => {
  ask.mockImplementation(page);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Kit>
        <MemoryRouter>
          <Rows />
        </MemoryRouter>
      </Kit>
    </QueryClientProvider>,
  );
  const rows = () => screen.getAllByRole("link").map((one) => one.textContent);
  await waitFor(() => expect(rows()).toEqual(["甲", "乙"]));
  fireEvent.click(more());
  await waitFor(() => expect(rows()).toEqual(["甲", "乙", "丙", "丁"]));
  expect(document.activeElement?.textContent).toBe("丙");
  fireEvent.click(more());
  await waitFor(() => expect(rows()).toEqual(all));
  expect(document.activeElement?.textContent).toBe("戊");
  expect(screen.queryByRole("button")).toBeNull();
});

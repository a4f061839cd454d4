import { act, render } from "@testing-library/react";
import { BrowserRouter, Route, Routes, useNavigate } from "react-router";
import { beforeEach, expect, test } from "vitest";
import { changed, useAddress } from "./address";

let go: ReturnType<typeof useNavigate>;
let change: ReturnType<typeof useAddress>["change"];

function Page() {
  go = useNavigate();
  change = useAddress().change;
  return null;
}

beforeEach(() => window.history.replaceState(null, "", "/desk/disputes/one?tab=papers&do=papers.add"));

const open = () =>
  render(
    <BrowserRouter>
      <Routes>
        <Route path="/desk/disputes/:dispute" element={<Page />} />
        <Route path="*" element={null} />
      </Routes>
    </BrowserRouter>,
  );

test("a change keeps what else stands in the address", () => {
  expect(changed("?tab=agreements&cursor=50", { do: "resolution.drafted", cursor: null }).toString()).toBe(
    "tab=agreements&do=resolution.drafted",
  );
  expect(changed("", { tab: "" }).toString()).toBe("");
});

test("what is done later changes the page's own address", async () => {
  open();
  await act(async () => change({ do: null }));
  expect(window.location.search).toBe("?tab=papers");
});

test("what is done later leaves alone whoever has gone to another page", async () => {
  open();
  const late = change;
  await act(async () => void go("/desk/disputes/two?do=resolution.drafted"));
  await act(async () => late({ do: null }));
  expect(window.location.pathname + window.location.search).toBe("/desk/disputes/two?do=resolution.drafted");
});

import { act, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useFocusBack } from "./focusBack";

beforeEach(() => {
  vi.useFakeTimers();
  // jsdom lays nothing out.
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
});
afterEach(() => vi.useRealTimers());

function Drawer({ open }: { open: boolean }) {
  const box = useFocusBack(open);
  return open ? (
    <div ref={box}>
      <input aria-label="inside" />
    </div>
  ) : null;
}

function Page({ open, opener = true, step = true }: { open: boolean; opener?: boolean; step?: boolean }) {
  return (
    <main tabIndex={-1}>
      <h1>纠纷档案</h1>
      {step && (
        <section data-next-step>
          <h2>下一步</h2>
        </section>
      )}
      {opener && <button type="button">办理</button>}
      <Drawer open={open} />
    </main>
  );
}

async function closed(page: ReactElement, rerender: (page: ReactElement) => void): Promise<void> {
  await act(async () => rerender(page));
  await act(() => vi.runAllTimersAsync());
}

test("the_focus_returns_to_what_opened_it", async () => {
  const { rerender } = render(<Page open={false} />);
  screen.getByRole("button").focus();
  rerender(<Page open />);
  screen.getByLabelText("inside").focus();
  await closed(<Page open={false} />, rerender);
  expect(screen.getByRole("button")).toHaveFocus();
});

test("when_that_is_gone_it_goes_to_the_next_step", async () => {
  const { rerender } = render(<Page open={false} />);
  screen.getByRole("button").focus();
  rerender(<Page open />);
  screen.getByLabelText("inside").focus();
  await closed(<Page open={false} opener={false} />, rerender);
  expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
});

test("what_was_opened_by_its_address_gives_the_focus_to_the_next_step_or_the_title", async () => {
  const first = render(<Page open />);
  screen.getByLabelText("inside").focus();
  await closed(<Page open={false} />, first.rerender);
  expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
  first.unmount();
  const second = render(<Page open step={false} />);
  await closed(<Page open={false} step={false} />, second.rerender);
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("who_has_gone_on_meanwhile_is_not_called_back", async () => {
  const { rerender } = render(<Page open />);
  await act(async () => rerender(<Page open={false} />));
  screen.getByRole("button").focus();
  await act(() => vi.runAllTimersAsync());
  expect(screen.getByRole("button")).toHaveFocus();
});

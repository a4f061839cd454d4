// A list of the server, a page at a time: the next ones come below those that are there, cards here
// and rows of a table (DataTable).
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Stack } from "./layout";
import css from "./Onward.module.css";
import { ProblemCard } from "./ProblemCard";

/** What `useOnward` answers, as far as it matters here. */
export interface Paged {
  data: { pages: unknown[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
}

/** Asks for the next ones; the first of them takes the focus: who goes by keyboard reads on from there,
 *  also when the button is gone because nothing more comes. */
export function useMore(
  list: Paged | undefined,
  shown: number,
  box: RefObject<HTMLElement | null>,
  targetAt: (box: HTMLElement, at: number) => HTMLElement | null | undefined,
) {
  const asked = useRef<{ at: number; head: unknown } | null>(null);
  const head = list?.data?.pages[0];
  const waits = list?.isFetchingNextPage;
  const failed = list?.isFetchNextPageError;
  useEffect(() => {
    const { current } = asked;
    // A list with another first page is another list: its filter was changed meanwhile.
    const same = current?.head === head;
    if (!current || (same && waits)) return;
    asked.current = null;
    if (same && !failed && current.at < shown && box.current) targetAt(box.current, current.at)?.focus();
  }, [head, waits, failed, shown, box, targetAt]);
  return () => {
    asked.current = { at: shown, head };
    void list?.fetchNextPage();
  };
}

/** The way to the next ones; nothing where no more come. */
export function More({ list, more }: { list: Paged; more: () => void }) {
  const { t } = useTranslation("common");
  return (
    <>
      {list.isFetchNextPageError && <ProblemCard error={list.error} retry={more} />}
      {list.hasNextPage && (
        <div className="no-print">
          <Button wide busy={list.isFetchingNextPage} onClick={more}>
            {t("table.more")}
          </Button>
        </div>
      )}
    </>
  );
}

interface OnwardProps<T> {
  list: Paged;
  items: T[];
  itemKey: (item: T) => string;
  gap?: 3 | 4;
  children: (item: T) => ReactNode;
}

const itemAt = (box: HTMLElement, at: number) => box.children[at]?.querySelector<HTMLElement>("[tabindex]");

export function Onward<T>({ list, items, itemKey, gap = 3, children }: OnwardProps<T>) {
  const box = useRef<HTMLUListElement>(null);
  const more = useMore(list, items.length, box, itemAt);
  return (
    <Stack gap={gap}>
      {items.length > 0 && (
        <ul className={css.items} style={{ gap: `var(--space-${gap})` }} ref={box}>
          {items.map((item) => (
            <li key={itemKey(item)}>
              <div tabIndex={-1}>{children(item)}</div>
            </li>
          ))}
        </ul>
      )}
      <More list={list} more={more} />
    </Stack>
  );
}

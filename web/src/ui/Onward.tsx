// A list of the server, a page at a time: the next ones come below those that are there, cards here
// and rows of a table (DataTable).
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Stack } from "./layout";
import { ProblemCard } from "./ProblemCard";

/** What `useOnward` answers, as far as it matters here. */
export interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
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

export function Onward<T>({ list, items, itemKey, gap = 3, children }: OnwardProps<T>) {
  // The first of those that were asked for takes the focus: who goes by keyboard reads on from there,
  // also when the button is gone because nothing more comes.
  const first = useRef<number | null>(null);
  const read = (at: number) => (card: HTMLDivElement | null) => {
    if (!card || at !== first.current) return;
    first.current = null;
    card.focus();
  };
  const more = () => {
    first.current = items.length;
    void list.fetchNextPage();
  };
  return (
    <Stack gap={gap}>
      {items.map((item, at) => (
        <div key={itemKey(item)} ref={read(at)} tabIndex={-1}>
          {children(item)}
        </div>
      ))}
      <More list={list} more={more} />
    </Stack>
  );
}

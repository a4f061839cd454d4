// A list of the server, a page at a time: a real table on a desk, cards below 640 px. The
// server filters, sorts and counts. Either the address keeps the cursor (useCursor), or the next
// rows come below (useOnward).
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import { useActions } from "../lib/actions";
import { number } from "../lib/fmt";
import { Button } from "./Button";
import css from "./DataTable.module.css";
import { Skeleton } from "./Empty";
import { Row } from "./layout";
import { More, type Paged, useMore } from "./Onward";
import { ProblemCard } from "./ProblemCard";

export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  align?: "start" | "end";
  /** The cell that names the row: it carries the link and heads the card. Exactly one. */
  primary?: boolean;
  /** A button or the like: without a head of its own on the card. */
  act?: boolean;
}

interface DataTableProps<T> {
  /** What the list is, for screen readers and for print. */
  caption: string;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  rowTo?: (row: T) => string;
  error?: unknown;
  retry?: () => void;
  empty: ReactNode;
  /** How many there are in all; a bound is said as "1,000+". */
  total?: number;
  totalIsBound?: boolean;
  /** The server's cursor to the next page; null at the end. */
  next?: string | null;
  /** Of which the next rows come below those that are there. */
  onward?: Paged;
  /** J and K move, Enter opens; one table of a page may have it. */
  keys?: boolean;
}

/** The cursor of a list in the address, so that the back button is the way to the page before. */
export function useCursor() {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const cursor = search.get("cursor");
  const depth = (location.state as { depth?: number } | null)?.depth ?? 0;
  return {
    cursor,
    forward: (next: string) => {
      const to = new URLSearchParams(search);
      to.set("cursor", next);
      navigate({ search: to.toString() }, { state: { ...(location.state as object | null), depth: depth + 1 } });
    },
    back: () => {
      if (depth > 0) return navigate(-1);
      const to = new URLSearchParams(search);
      to.delete("cursor");
      return navigate({ search: to.toString() });
    },
  };
}

function useRowKeys(on: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const move = useCallback((by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const at = links.findIndex((one) => one.closest("[data-row]")?.contains(document.activeElement));
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  }, []);
  const { t } = useTranslation("common");
  useActions(
    useMemo(
      () =>
        on
          ? [
              { id: "row.next", label: t("keys.next"), keys: "j", group: t("keys.list"), run: () => move(1) },
              { id: "row.previous", label: t("keys.previous"), keys: "k", group: t("keys.list"), run: () => move(-1) },
            ]
          : [],
      [on, move, t],
    ),
  );
  return box;
}

const linkAt = (box: HTMLElement, at: number) =>
  box.querySelectorAll("[data-row]")[at]?.querySelector<HTMLElement>("[data-row-link]");

export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, error, retry, empty, onward, keys = false } = props;
  const narrow = useMediaQuery("(max-width: 39.99em)", undefined, { getInitialValueInEffect: false });
  const box = useRowKeys(keys);
  const more = useMore(onward, rows?.length ?? 0, box, linkAt);
  if (error && !rows)
    return (
      <div className={css.pad}>
        <ProblemCard error={error} retry={retry} />
      </div>
    );
  if (!rows)
    return (
      <div className={css.pad}>
        <Skeleton shape="rows" count={6} />
      </div>
    );
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div ref={box}>
      {narrow ? <Cards {...props} rows={rows} /> : <Table {...props} rows={rows} />}
      {onward ? (
        <div className={`${css.more} no-print`}>
          <More list={onward} more={more} />
        </div>
      ) : (
        <Foot {...props} shown={rows.length} />
      )}
    </div>
  );
}

type Whole<T> = DataTableProps<T> & { rows: T[] };

function named<T>(column: Column<T>, row: T, rowTo?: (row: T) => string): ReactNode {
  if (!column.primary || !rowTo) return column.cell(row);
  return (
    <Link to={rowTo(row)} className={css.link} data-row-link>
      {column.cell(row)}
    </Link>
  );
}

function Table<T>({ caption, columns, rows, rowKey, rowTo }: Whole<T>) {
  return (
    // A group and no region: the card around it is the landmark, often of the same name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={css.scroll} aria-label={caption} tabIndex={0}>
      <table className={css.table}>
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.act ? <span className="hidden-visually">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {named(column, row, rowTo)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<T>({ caption, columns, rows, rowKey, rowTo }: Whole<T>) {
  const primary = columns.find((column) => column.primary);
  const plain = columns.filter((column) => !column.primary && !column.act);
  const acts = columns.filter((column) => column.act);
  return (
    <ul className={css.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={css.cardItem} data-row>
          {primary && <div>{named(primary, row, rowTo)}</div>}
          <dl>
            {plain.map((column) => (
              <div key={column.key}>
                <dt>{column.head}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
          {acts.length > 0 && <Row>{acts.map((column) => column.cell(row))}</Row>}
        </li>
      ))}
    </ul>
  );
}

function Foot<T>({ total, totalIsBound, next, shown }: DataTableProps<T> & { shown: number }) {
  const { t } = useTranslation("common");
  const { cursor, forward, back } = useCursor();
  if (total === undefined && !cursor && !next) return null;
  const amount = total === undefined ? null : number(total) + (totalIsBound ? "+" : "");
  return (
    <div className={`${css.foot} no-print`}>
      <span aria-live="polite">
        {amount === null ? t("table.shown", { count: shown }) : t("table.total", { amount })}
      </span>
      <Row>
        {cursor && <Button onClick={back}>{t("table.before")}</Button>}
        {next && <Button onClick={() => forward(next)}>{t("table.next")}</Button>}
      </Row>
    </div>
  );
}

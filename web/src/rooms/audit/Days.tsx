import { type CSSProperties, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { number, shortDate } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, Scroll, Stack, useFilters } from "../../ui";
import css from "./audit.module.css";
import { kindCounts, slices } from "./days";
import { type DayList, useWanted } from "./shapes";

/** How much there is a day, and of which kind: each bar and each count is a filter. */
export function Days() {
  const { t } = useTranslation("audit");
  const filters = useFilters();
  const wanted = useWanted();
  const days = useAsk<DayList>("/audit/days", wanted, { fresh: 60_000 }).data;
  const bars = useMemo(() => (days ? slices(days) : []), [days]);
  const kinds = useMemo(() => (days ? kindCounts(days) : []), [days]);
  const list = useRef<HTMLOListElement>(null);
  // The newest days are at the end; on a phone they are the ones to be seen first.
  useEffect(() => {
    const box = list.current?.parentElement;
    if (box && bars.length > 0) box.scrollLeft = document.dir === "rtl" ? -box.scrollWidth : box.scrollWidth;
  }, [bars]);
  if (!days || days.days.length === 0) return null;
  const most = Math.max(...bars.map((one) => one.times));
  const all = bars.reduce((so, one) => so + one.times, 0);
  const named = (one: { from: string; until: string }) =>
    one.from === one.until ? shortDate(one.from) : `${shortDate(one.from)} – ${shortDate(one.until)}`;
  return (
    <Card title={t("days.title")}>
      <Stack gap={4}>
        <p>{t("days.all", { amount: number(all) })}</p>
        <Scroll label={t("days.chart")}>
          <ol ref={list} className={css.bars}>
            {bars.map((one) => {
              const says = t("days.bar", { day: named(one), amount: number(one.times) });
              return (
                <li key={one.from}>
                  <button
                    type="button"
                    className={css.day}
                    aria-label={says}
                    title={says}
                    disabled={one.times === 0}
                    onClick={() => filters.put({ from: one.from, until: one.until })}
                  >
                    <span
                      className={css.bar}
                      style={{ "--share": one.times / most } as CSSProperties}
                      data-none={one.times === 0 || undefined}
                    />
                  </button>
                </li>
              );
            })}
          </ol>
        </Scroll>
        <div className={css.ends} aria-hidden>
          <span>{shortDate(days.from)}</span>
          <span>{shortDate(days.until)}</span>
        </div>
        <ul className={css.kinds}>
          {kinds.map((one) => (
            <li key={one.kind}>
              <button
                type="button"
                className={css.kind}
                aria-pressed={filters.get("kind") === one.kind}
                onClick={() => filters.set("kind", filters.get("kind") === one.kind ? null : one.kind)}
              >
                {one.kind_name} <strong>{number(one.times)}</strong>
              </button>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

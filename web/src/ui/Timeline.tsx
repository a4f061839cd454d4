import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, daysUntil, relativeDay, type When } from "../lib/fmt";
import { StatusBadge, type Tone } from "./StatusBadge";
import css from "./Timeline.module.css";

export interface TimelineItem {
  id: string;
  /** When it happened. */
  at: When;
  /** The kind as a badge: 电话, 走访, 笔录. */
  kind?: string;
  tone?: Tone;
  title?: ReactNode;
  body?: ReactNode;
  by?: ReactNode;
  /** Written down later than it happened. */
  recordedAt?: When | null;
}

const said = (at: When) => (Math.abs(daysUntil(at)) <= 1 ? relativeDay(at) : dateTime(at));

/** What happened, newest first as given; the first `recent` bear the brand's colour. */
export function Timeline({ items, recent = 2, label }: { items: TimelineItem[]; recent?: number; label?: string }) {
  const { t } = useTranslation("common");
  return (
    <ol className={css.line} aria-label={label ?? t("timeline.label")}>
      {items.map((item, index) => (
        <li key={item.id} className={css.item} data-recent={index < recent || undefined}>
          <div className={css.head}>
            <time dateTime={typeof item.at === "string" ? item.at : new Date(item.at).toISOString()}>
              <bdi>{said(item.at)}</bdi>
            </time>
            {item.kind && <StatusBadge tone={item.tone}>{item.kind}</StatusBadge>}
            {item.by && <span>{item.by}</span>}
            {item.recordedAt && <span>{t("timeline.recorded", { when: dateTime(item.recordedAt) })}</span>}
          </div>
          {item.title && <div className={css.title}>{item.title}</div>}
          {item.body && <div>{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}

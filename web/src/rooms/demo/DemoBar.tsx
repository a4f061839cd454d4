import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { setClock } from "../../lib/clock";
import { date, isoDay } from "../../lib/fmt";
import { toastProblem } from "../../ui/toast";
import { type Demo, daysOfThisMonth, type Face, moveClock } from "./demo";
import css from "./demo.module.css";
import { useFaces } from "./useFaces";

/** On every page of the demo: who one can be, with one click, and what day it is here. */
export function DemoBar({ demo }: { demo: Demo }) {
  const { t } = useTranslation("door");
  const now = demo.faces.find((face) => face.signed_in);
  useEffect(() => setClock(demo.now), [demo.now]);
  return (
    <section className={`${css.bar} no-print`} data-demo-bar aria-label={t("demo.bar")}>
      <People faces={demo.faces} />
      <Clock now={demo.now} />
      <details className={css.about}>
        <summary>{t("demo.tag")}</summary>
        <div>
          {now && (
            <p>
              <strong>
                <bdi>{now.name}</bdi> · {now.title}
              </strong>
              {" — "}
              {now.try_this}
            </p>
          )}
          <p>{demo.note}</p>
        </div>
      </details>
    </section>
  );
}

function People({ faces }: { faces: Face[] }) {
  const { t } = useTranslation("door");
  const { busy, go } = useFaces();
  const row = useRef<HTMLUListElement>(null);
  const here = faces.find((face) => face.signed_in)?.key;
  useLayoutEffect(() => showMiddle(row.current, here), [here]);
  return (
    <ul ref={row} className={css.people} aria-label={t("demo.faces")}>
      {faces.map((face) => (
        <li key={face.key}>
          <button
            type="button"
            data-face={face.key}
            aria-pressed={face.signed_in}
            aria-label={`${t(`demo.roles.${face.key}`)}: ${face.name}, ${face.title}`}
            title={`${face.name} · ${face.title}\n${face.try_this}`}
            disabled={busy}
            onClick={() => go(face)}
          >
            {t(`demo.roles.${face.key}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** On a phone the row is wider than the screen: whoever one is now stands in its middle. */
function showMiddle(row: HTMLElement | null, key?: string): void {
  const one = row?.querySelector(`[data-face="${key}"]`)?.getBoundingClientRect();
  if (!row || !one) return;
  const all = row.getBoundingClientRect();
  row.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2;
}

function Clock({ now }: { now: string }) {
  const { t } = useTranslation("door");
  const [busy, setBusy] = useState(false);
  const move = async (days: number) => {
    setBusy(true);
    try {
      await moveClock(days);
    } catch (error) {
      toastProblem(error);
      setBusy(false);
    }
  };
  const steps = [
    { key: "day", days: 1 },
    { key: "week", days: 7 },
    { key: "month", days: daysOfThisMonth(now) },
  ] as const;
  return (
    <div className={css.clock}>
      <span>
        <span className="hidden-visually">{t("demo.now")} </span>
        <bdi className={css.day}>{date(now)}</bdi>
        <bdi className={css.shortDay}>{isoDay(now)}</bdi>
      </span>
      {steps.map(({ key, days }) => (
        <button
          key={key}
          type="button"
          disabled={busy}
          data-ahead={key}
          aria-label={t(`demo.ahead.${key}`)}
          title={t(`demo.ahead.${key}`)}
          onClick={() => void move(days)}
        >
          <bdi>{t(`demo.${key}`)}</bdi>
        </button>
      ))}
    </div>
  );
}

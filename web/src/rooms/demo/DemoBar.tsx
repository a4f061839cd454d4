import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { setClock } from "../../lib/clock";
import { dateTime } from "../../lib/fmt";
import { Button, toastProblem } from "../../ui";
import { type Demo, moveClock } from "./demo";
import css from "./demo.module.css";
import { Faces } from "./Faces";

const steps = [
  { key: "day", days: 1 },
  { key: "week", days: 7 },
  { key: "month", days: 30 },
] as const;

/** Says on every page that this is a demo, who one is now, and what day it is here. */
export function DemoBar({ demo }: { demo: Demo }) {
  const { t } = useTranslation("door");
  const [busy, setBusy] = useState(false);
  const now = demo.faces.find((face) => face.signed_in);
  useEffect(() => setClock(demo.now), [demo.now]);
  const move = async (days: number) => {
    setBusy(true);
    try {
      await moveClock(days);
    } catch (error) {
      toastProblem(error);
      setBusy(false);
    }
  };
  return (
    <details className={`${css.bar} no-print`} data-demo-bar>
      <summary>
        <span className={css.tag}>{t("demo.tag")}</span>
        <span>{t("demo.says")}</span>
        <span className={css.more}>
          {now ? (
            <>
              <bdi>{now.name}</bdi> · {now.title}
            </>
          ) : (
            t("demo.choose")
          )}
          <ChevronDown size={16} aria-hidden />
        </span>
      </summary>
      <div className={css.inside}>
        <Faces faces={demo.faces} />
        <div className={css.clock}>
          <span>
            {t("demo.now")} <bdi>{dateTime(demo.now)}</bdi>
          </span>
          {steps.map(({ key, days }) => (
            <Button key={key} disabled={busy} onClick={() => void move(days)}>
              {t(`demo.${key}`)}
            </Button>
          ))}
        </div>
        {demo.note && <p className="dim">{demo.note}</p>}
      </div>
    </details>
  );
}

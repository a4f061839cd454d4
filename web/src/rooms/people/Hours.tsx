import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { date } from "../../lib/fmt";
import { Card, Stack } from "../../ui";
import css from "./people.module.css";
import type { PersonPage } from "./shapes";

/** Hours of training of this year against what the rule pack asks for. */
export function Hours({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const training = person.training;
  if (!training) return null;
  const share = Math.min(1, training.needed > 0 ? training.hours / training.needed : 1);
  return (
    <Card title={t("hours.title", { year: training.year })}>
      <Stack gap={3}>
        <p>
          <strong>{t("hours.of", { hours: training.hours, needed: training.needed })}</strong>
        </p>
        <div
          className={css.bar}
          data-lacks={share < 1 || undefined}
          style={{ "--share": `${share * 100}%` } as CSSProperties}
          aria-hidden
        >
          <span />
        </div>
        {training.attended.length > 0 && (
          <ul className={css.criteria}>
            {training.attended.map((one) => (
              <li key={one.training + one.day} style={{ gridTemplateColumns: "minmax(0, 1fr) auto" }}>
                <span>
                  <Link to={`/desk/trainings/${one.training}`}>{one.topic}</Link>{" "}
                  <span className={css.note}>
                    {one.kind_name} · {date(one.day)}
                  </span>
                </span>
                <span className={css.value}>{t("hours.n", { count: one.hours })}</span>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Card>
  );
}

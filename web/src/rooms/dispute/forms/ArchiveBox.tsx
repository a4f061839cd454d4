// Closing the dossier: what is missing, and how long it is kept, from when, by what rule.
import { useTranslation } from "react-i18next";
import { date } from "../../../lib/fmt";
import { Card, ProblemCard, Skeleton, Stack, StatusBadge } from "../../../ui";
import shared from "../dispute.module.css";
import { Completeness, Lacking, useClosing } from "../parts/Dossier";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export function ArchiveBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const field = bound<string | null>(box);
  const told = useLabel("retention");
  const { data, error, refetch } = useClosing(box.file);
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton shape="rows" count={4} />;
  const nothing = () => undefined;
  return (
    <Stack gap={4}>
      <Completeness closing={data} />
      {data.required.length > 0 && (
        <Card tone="danger" level={3} title={t("dossier.holdsUp")}>
          <Lacking file={box.file} papers={data.required} deeds={[]} open={nothing} />
        </Card>
      )}
      {data.reminders.length > 0 && (
        <Card tone="info" level={3} title={t("dossier.reminders", { count: data.reminders.length })}>
          <Lacking file={box.file} papers={data.reminders} deeds={[]} open={nothing} />
        </Card>
      )}
      <fieldset className={shared.ticks}>
        <legend data-legend-for={field.id}>{told.label} *</legend>
        {data.classes.map((one, index) => (
          <div key={one.key} className={shared.candidate} data-chosen={field.value === one.key || undefined}>
            <label>
              <input
                type="radio"
                id={index === 0 ? field.id : undefined}
                name={field.id}
                checked={field.value === one.key}
                onChange={() => field.onChange(one.key)}
              />
              <span>
                <strong>{one.name}</strong>{" "}
                {one.proposed && <StatusBadge tone="info">{t("dossier.proposed")}</StatusBadge>}
                <span className="dim block">{one.says}</span>
                <span className="dim block">
                  {one.counted}
                  {one.until && ` · ${t("dossier.until", { date: date(one.until) })}`}
                </span>
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <p className="dim">{t("dossier.neverDeleted")}</p>
      {field.error && <p className={shared.fault}>{field.error}</p>}
    </Stack>
  );
}

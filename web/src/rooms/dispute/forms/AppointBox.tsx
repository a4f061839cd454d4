// The mediators of the organisation that has the dispute, best first, each with reasons.
import { useTranslation } from "react-i18next";
import { Empty, Skeleton, StatusBadge } from "../../../ui";
import { useProposal } from "../api";
import css from "../dispute.module.css";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export function AppointBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data, isPending } = useProposal(box.file.id, box.file.version);
  const field = bound<string | null>(box);
  const { label } = useLabel("mediator");
  if (isPending) return <Skeleton shape="rows" count={3} />;
  if (!data || data.mediators.length === 0) return <Empty>{t("noMediators")}</Empty>;
  return (
    <fieldset className={css.ticks}>
      <legend data-legend-for={field.id}>{label} *</legend>
      {data.mediators.map((one, index) => (
        <label key={one.person} className={css.candidate} data-chosen={field.value === one.person || undefined}>
          <input
            type="radio"
            id={index === 0 ? field.id : undefined}
            name={field.id}
            checked={field.value === one.person}
            onChange={() => field.onChange(one.person)}
          />
          <span>
            <strong>{one.name}</strong>{" "}
            {index === 0 && one.certificate_valid && <StatusBadge tone="ok">{t("bestFit")}</StatusBadge>}{" "}
            {one.certificate_valid ? (
              <StatusBadge>{t("certificateValid")}</StatusBadge>
            ) : (
              <StatusBadge tone="danger">{t("certificateExpired")}</StatusBadge>
            )}
            <span className="dim">
              {" "}
              {one.reasons.map((reason) => reason.says).join("；") || t("load", { count: one.load })}
            </span>
          </span>
        </label>
      ))}
      {field.error && <p className={css.fault}>{field.error}</p>}
    </fieldset>
  );
}

// Which promise: who owes whom what by when, and how much of it is still open.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Deadline, Money } from "../../../ui";
import css from "../dispute.module.css";
import type { FileView, Obligation } from "../types";
import { openObligations, owedObligations, paid, usePartyName } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export const PromiseBox = (box: BoxProps) => <OneOf {...box} among={openObligations} />;
export const OwedBox = (box: BoxProps) => <OneOf {...box} among={owedObligations} />;

function OneOf({ among, ...box }: BoxProps & { among: (file: FileView) => Obligation[] }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(box.file);
  const field = bound<string | null>(box);
  const open = among(box.file);
  const { label } = useLabel("promise");
  const { suggest } = box.form;
  const { name } = box;
  const first = open.find((one) => one.id === box.about)?.id ?? open[0]?.id;
  useEffect(() => {
    if (field.value === null && first) suggest({ [name]: first });
  }, [field.value, first, name, suggest]);
  return (
    <fieldset className={css.ticks}>
      <legend data-legend-for={field.id}>{label} *</legend>
      {open.map((one, index) => (
        <label key={one.id} className={css.candidate} data-chosen={field.value === one.id || undefined}>
          <input
            type="radio"
            id={index === 0 ? field.id : undefined}
            name={field.id}
            checked={field.value === one.id}
            onChange={() => field.onChange(one.id)}
          />
          <span>
            <strong>{t("owes", { from: nameOf(one.from), to: nameOf(one.to) })}</strong> {one.what}{" "}
            {one.amount !== null && (
              <span>
                <Money fen={one.amount} />
                {paid(one) > 0 && (
                  <span className="dim">
                    {" "}
                    {t("stillOpen")} <Money fen={one.amount - paid(one)} />
                  </span>
                )}
              </span>
            )}{" "}
            <Deadline due={one.due} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

// The answer to "why not this one?": what weighs how much more, and what the other open
// disputes of the office would lose.
import { useTranslation } from "react-i18next";
import { number } from "../../../lib/fmt";
import { ProblemCard, Skeleton } from "../../../ui";
import { useWhyNot } from "../api";
import css from "../dispute.module.css";

export const signed = (points: number) => (points > 0 ? "+" : points < 0 ? "−" : "±") + number(Math.abs(points));

export function WhyNot({ dispute, person, version }: { dispute: string; person: string; version: number }) {
  const { t } = useTranslation("dispute");
  const { data, error, refetch } = useWhyNot(dispute, person, version);
  if (error) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton shape="rows" count={2} />;
  return (
    <div className={css.whyNot} aria-live="polite" data-why-not>
      <p>
        <strong>{data.says}</strong>
      </p>
      {data.differences.length > 0 && (
        <ul>
          {data.differences.map((one) => (
            <li key={one.name + one.key}>
              <span className={css.points} data-more={one.more > 0 || undefined}>
                {signed(one.more)}
              </span>{" "}
              <bdi>{one.name}</bdi> · {one.says}
            </li>
          ))}
        </ul>
      )}
      {data.shifts.length > 0 && (
        <>
          <p>{t("whyNot.others")}</p>
          <ul>
            {data.shifts.map((one) => (
              <li key={one.dispute}>
                {one.says} <bdi className="dim">{one.parties}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { number, percent } from "../../lib/fmt";
import { Figure, Grid } from "../../ui";
import type { OfficeFigures } from "./shapes";

/** This year's figures by their definitions, each with the way down to its disputes. */
export function Figures({
  figures,
  organisation,
  open,
}: {
  figures: OfficeFigures;
  organisation: string;
  open: boolean;
}) {
  const { t } = useTranslation("organisation");
  const { from, to } = figures;
  const behind = (key: string, which: string) =>
    `/desk/indicators/${key}?${new URLSearchParams({ from, to, organisation, which })}`;
  const listed = (more: Record<string, string>) => `/desk/disputes?${new URLSearchParams({ organisation, ...more })}`;
  return (
    <section aria-label={t("figures.title", { from, to })}>
      <Grid least={150}>
        <Figure
          name={t("figures.settled")}
          value={number(figures.settled)}
          unit={t("figures.unit")}
          to={behind("mediation_success_rate", "numerator")}
        />
        <Figure
          name={t("figures.inHand")}
          value={number(figures.in_hand)}
          unit={t("figures.unit")}
          to={open ? listed({ live: "true" }) : undefined}
        />
        <Figure
          name={t("figures.overdue")}
          value={number(figures.overdue)}
          unit={t("figures.unit")}
          to={open ? listed({ live: "true", overdue: "true", order: "due" }) : undefined}
        />
        <Figure
          name={t("figures.local", { n: figures.local_numerator, all: figures.local_denominator })}
          value={figures.local_hundredths === null ? "–" : percent(figures.local_hundredths / 10_000, 2)}
          to={behind("local_resolution_rate", "denominator")}
        />
      </Grid>
    </section>
  );
}

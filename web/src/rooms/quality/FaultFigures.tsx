// Dossiers with faults, by question and month, over how many were reviewed. Never by person.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, Empty, FilterBar, ProblemCard, SelectField, Skeleton, Stack, StatusBadge, useFilters } from "../../ui";
import { months } from "../figures/period";
import css from "./quality.module.css";
import { type Figures, severityTone } from "./shapes";

export function FaultFigures() {
  const { t } = useTranslation("quality");
  const filters = useFilters();
  const chosen = (name: string) => ({
    value: filters.get(name),
    onChange: (to: string | null) => filters.set(name, to),
  });
  const { data, error, refetch } = useAsk<Figures>("/quality/figures", {
    from: filters.get("from"),
    until: filters.get("until"),
  });
  return (
    <Stack gap={4}>
      <FilterBar names={["from", "until"]}>
        <SelectField label={t("fromMonth")} options={months()} {...chosen("from")} />
        <SelectField label={t("untilMonth")} options={months()} {...chosen("until")} />
      </FilterBar>
      {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton count={6} />}
      {data && (
        <Card title={t("figures")} flush>
          {data.reviewed === 0 ? (
            <Empty>{t("noFigures")}</Empty>
          ) : (
            <>
              <p className={css.base}>
                {t("figuresBase", { reviewed: number(data.reviewed), faulty: number(data.with_faults) })}
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section className={css.scroll} aria-label={t("tab.figures")} tabIndex={0}>
                <table className={css.table}>
                  <caption className="hidden-visually">{t("figures")}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t("question")}</th>
                      {data.months.map((one) => (
                        <th key={one.month} scope="col" data-number>
                          {one.month}
                          <span className="dim block">{t("ofReviewed", { n: number(one.reviewed) })}</span>
                        </th>
                      ))}
                      <th scope="col" data-number>
                        {t("all")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.items.map((item) => (
                      <tr key={item.item}>
                        <th scope="row">
                          {item.ask}{" "}
                          <StatusBadge tone={severityTone[item.severity] ?? "neutral"}>
                            {item.severity_name}
                          </StatusBadge>
                        </th>
                        {data.months.map((one) => (
                          <td key={one.month} data-number>
                            <Down
                              item={item.item}
                              ask={item.ask}
                              month={one.month}
                              n={item.months.find((each) => each.month === one.month)?.dossiers ?? 0}
                            />
                          </td>
                        ))}
                        <td data-number>
                          <Down item={item.item} ask={item.ask} n={item.dossiers} /> / {number(data.reviewed)}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </>
          )}
        </Card>
      )}
    </Stack>
  );
}

function Down({ item, ask, month, n }: { item: string; ask: string; month?: string; n: number }) {
  if (n === 0) return <>{number(0)}</>;
  const to = new URLSearchParams({ item, ...(month ? { month } : {}) });
  return (
    <Link to={`/desk/quality/faults?${to}`} aria-label={[ask, month, number(n)].filter(Boolean).join(" · ")}>
      {number(n)}
    </Link>
  );
}

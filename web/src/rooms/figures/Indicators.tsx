import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { dateTime, number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Button, Card, Empty, Grid, Page, ProblemCard, Skeleton, Stack, useFilters } from "../../ui";
import type { Figure, Figures, Part } from "../shared/shapes";
import { Filters } from "./Filters";
import css from "./figures.module.css";
import { share } from "./share";

/** The figures: each with its definition, of how many, and the way down to the disputes. */
export function Indicators() {
  const { t } = useTranslation("figures");
  const filters = useFilters();
  const query = { from: filters.get("from"), to: filters.get("to"), organisation: filters.get("organisation") };
  const answer = useAsk<Figures>("/indicators", query);
  const said = answer.data;
  const chosen = said?.figures.find((one) => one.key === filters.get("figure")) ?? said?.figures[0];
  return (
    <Page
      title={t("title")}
      subtitle={said ? t("says", { from: said.from, to: said.to, at: dateTime(said.as_of) }) : undefined}
      actions={
        <>
          <Button to="/desk/methods">{t("methods.title")}</Button>
          <Button icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <Filters />
      {answer.error && !said && <ProblemCard error={answer.error} retry={() => void answer.refetch()} />}
      {!said && !answer.error && <Skeleton shape="cards" count={3} />}
      {said && (
        <Grid least={160}>
          {said.figures.map((one) => (
            <Tile key={one.key} figure={one} chosen={one.key === chosen?.key} />
          ))}
        </Grid>
      )}
      {chosen && <Behind figure={chosen} rounding={said?.rounding ?? ""} />}
    </Page>
  );
}

function Tile({ figure, chosen }: { figure: Figure; chosen: boolean }) {
  const { t } = useTranslation("figures");
  const [search] = useSearchParams();
  const to = new URLSearchParams(search);
  to.set("figure", figure.key);
  return (
    <Link to={{ search: to.toString() }} className={css.tile} aria-current={chosen || undefined} preventScrollReset>
      <span>{figure.name}</span>
      <strong>{share(figure.total)}</strong>
      <span dir="ltr" className={css.of}>
        {t("of", { hits: number(figure.total.numerator), all: number(figure.total.denominator) })}
      </span>
    </Link>
  );
}

/** Who goes down to the disputes finds the way back to the figures as they stood. */
function useWayBack() {
  const [search] = useSearchParams();
  return { figures: search.toString() };
}

function Behind({ figure, rounding }: { figure: Figure; rounding: string }) {
  const { t } = useTranslation("figures");
  const [search] = useSearchParams();
  const state = useWayBack();
  const down = (which: string, more: Record<string, string> = {}) => {
    const to = new URLSearchParams(search);
    to.delete("figure");
    to.set("which", which);
    for (const [name, value] of Object.entries(more)) to.set(name, value);
    return `/desk/indicators/${figure.key}?${to}`;
  };
  return (
    <Stack gap={4}>
      <Card
        title={figure.name}
        actions={
          <span className="no-print">
            <Link to={down("numerator")} state={state}>
              {t("counted", { count: figure.total.numerator })}
            </Link>
            {" · "}
            <Link to={down("others")} state={state}>
              {t("others", { count: figure.total.denominator - figure.total.numerator })}
            </Link>
            {" · "}
            <Link to={down("denominator")} state={state}>
              {t("all", { count: figure.total.denominator })}
            </Link>
          </span>
        }
      >
        <Stack gap={1}>
          <p>{figure.definition}</p>
          <p>
            <strong>{t("numerator")}</strong> {figure.numerator_is}
          </p>
          <p>
            <strong>{t("denominator")}</strong> {figure.denominator_is}
          </p>
          <p className="dim">
            {rounding} {t("interval")}
          </p>
        </Stack>
      </Card>
      <Card title={t("byMonth")} flush>
        <Parts
          caption={`${figure.name} · ${t("byMonth")}`}
          parts={figure.months}
          head={t("month")}
          to={(part, which) => down(which, { from: part.key, to: part.key })}
        />
      </Card>
      <Card title={t("byOrganisation")} flush>
        <Parts
          caption={`${figure.name} · ${t("byOrganisation")}`}
          parts={figure.organisations}
          head={t("organisation")}
          to={(part, which) => down(which, { organisation: part.key, alone: "true" })}
        />
      </Card>
    </Stack>
  );
}

// More than the months of a year, and as many organisations as one compares at a glance.
const atFirst = 15;

interface PartsProps {
  caption: string;
  head: string;
  parts: Part[];
  to: (part: Part, which: "numerator" | "denominator") => string;
}

/** Bars and figures in one table: the bar is for the eye, the numbers are the truth. */
function Parts({ caption, head, parts, to }: PartsProps) {
  const { t } = useTranslation("figures");
  const state = useWayBack();
  const [all, setAll] = useState(false);
  if (parts.length === 0) return <Empty>{t("none")}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.scroll} aria-label={caption} tabIndex={0}>
      <table className={css.table}>
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t("bar")}</th>
            <th scope="col" data-number>
              {t("share")}
            </th>
            <th scope="col" data-number>
              {t("hits")}
            </th>
            <th scope="col" data-number>
              {t("base")}
            </th>
            <th scope="col" data-number>
              {t("range")}
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? parts : parts.slice(0, atFirst)).map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <Link to={to(part, "denominator")} state={state}>
                  <bdi>{part.name}</bdi>
                </Link>
              </th>
              <td>
                <span className={css.track} aria-hidden="true">
                  <span className={css.bar} style={{ inlineSize: `${(part.hundredths ?? 0) / 100}%` }} />
                </span>
              </td>
              <td data-number>{share(part)}</td>
              <td data-number>
                <Down to={to(part, "numerator")} count={part.numerator} says={`${part.name} · ${t("hits")}`} />
              </td>
              <td data-number>
                <Down to={to(part, "denominator")} count={part.denominator} says={`${part.name} · ${t("base")}`} />
              </td>
              <td data-number className="dim">
                <bdi dir="ltr">
                  {number(part.low / 100, 1)}–{number(part.high / 100, 1)}%
                </bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && parts.length > atFirst && (
        <div className={`${css.more} no-print`}>
          <Button onClick={() => setAll(true)}>{t("showAll", { count: parts.length })}</Button>
        </div>
      )}
    </section>
  );
}

/** A number and the way to what it counts; of nothing there is no list. */
function Down({ to, count, says }: { to: string; count: number; says: string }) {
  const state = useWayBack();
  if (count === 0) return <>{number(0)}</>;
  return (
    <Link to={to} state={state} aria-label={`${says} ${number(count)}`}>
      {number(count)}
    </Link>
  );
}

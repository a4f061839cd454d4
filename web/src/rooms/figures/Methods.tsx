import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, Empty, Page, ProblemCard, Skeleton, Stack } from "../../ui";
import type { Effect, Effects, MethodEffect, Share } from "../shared/shapes";
import { Filters } from "./Filters";
import css from "./figures.module.css";
import { share } from "./share";

/** What became of disputes in which a method was used, by kind: never who used it. */
export function Methods() {
  const { t } = useTranslation("figures");
  const [search] = useSearchParams();
  const query = { from: search.get("from"), to: search.get("to"), organisation: search.get("organisation") };
  const { data, error, refetch } = useAsk<Effects>("/methods/effect", query);
  return (
    <Page
      title={t("methods.title")}
      subtitle={data && t("period", { from: data.from, to: data.to })}
      back={{ to: "/desk/indicators", label: t("title") }}
    >
      <Filters />
      {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="cards" count={3} />}
      {data && (
        <Stack gap={4}>
          <Card>
            <p>{t("methods.base", { concluded: number(data.concluded), without: number(data.without_method) })}</p>
            <p className="dim">
              {t("methods.caution")} {t("interval")}
            </p>
          </Card>
          {data.methods.map((one) => (
            <MethodCard key={one.key} method={one} />
          ))}
        </Stack>
      )}
    </Page>
  );
}

function MethodCard({ method }: { method: MethodEffect }) {
  const { t } = useTranslation("figures");
  const caption = t("methods.caption", { method: method.name });
  return (
    <Card title={method.name} flush>
      {method.all.used === 0 ? (
        <Empty>{t("none")}</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={css.scroll} aria-label={caption} tabIndex={0}>
          <table className={css.table}>
            <caption className="hidden-visually">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t("methods.kind")}</th>
                {(["used", "agreed", "performed", "relapsed"] as const).map((one) => (
                  <th key={one} scope="col" data-number>
                    {t(`methods.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[method.all, ...method.kinds].map((one) => (
                <EffectRow key={one.kind} method={method.key} effect={one} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}

function EffectRow({ method, effect }: { method: string; effect: Effect }) {
  const { t } = useTranslation("figures");
  const name = effect.kind_name || t("methods.all");
  const down = (outcome: string) => ({ method, kind: effect.kind, outcome, name });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-number>
        <Down {...down("used")} count={effect.used} />
      </td>
      {(["agreed", "performed", "relapsed"] as const).map((one) => (
        <td key={one} data-number>
          <Rate of={effect[one]} {...down(one)} />
        </td>
      ))}
    </tr>
  );
}

interface DownTo {
  method: string;
  kind: string;
  outcome: string;
  name: string;
}

function Down({ count, method, kind, outcome, name }: DownTo & { count: number }) {
  const { t } = useTranslation("figures");
  const [search] = useSearchParams();
  if (count === 0) return <>{number(0)}</>;
  const to = new URLSearchParams(search);
  if (kind) to.set("kind", kind);
  to.set("outcome", outcome);
  const says = `${name} · ${t(`methods.${outcome}` as "methods.used")} ${number(count)}`;
  return (
    <Link to={`/desk/methods/${method}?${to}`} aria-label={says}>
      {number(count)}
    </Link>
  );
}

/** "91.66% (11 of 12)", and the range below it. */
function Rate({ of, ...down }: DownTo & { of: Share }) {
  if (of.all === 0) return <>–</>;
  return (
    <>
      <strong>{share(of)}</strong>{" "}
      <bdi dir="ltr">
        <Down {...down} count={of.hits} /> / {number(of.all)}
      </bdi>
      <br />
      <bdi dir="ltr" className="dim">
        {number(of.low / 100, 1)}–{number(of.high / 100, 1)}%
      </bdi>
    </>
  );
}

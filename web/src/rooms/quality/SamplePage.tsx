// One sample: how it was drawn, so that anybody can draw it again, and how its reviews stand.
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { date, dateTime, number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, DataTable, Facts, Page, ProblemCard, Skeleton, StatusBadge } from "../../ui";
import { useReviewColumns } from "./columns";
import css from "./quality.module.css";
import { reviewPage, type Sample, toneOf } from "./shapes";

export function SamplePage() {
  const { t } = useTranslation("quality");
  const { sample = "" } = useParams();
  const { data, error, refetch } = useAsk<Sample>(`/quality/samples/${sample}`);
  const columns = useReviewColumns();
  return (
    <Page
      title={t("sample")}
      subtitle={
        data &&
        [data.organisation_name, t("fromTo", { from: date(data.first_day), to: date(data.last_day) })].join(" · ")
      }
      back={{ to: "/desk/quality?tab=samples", label: t("title") }}
    >
      {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="cards" count={2} />}
      {data && (
        <>
          <Card title={t("howDrawn")}>
            <Facts
              rows={[
                { name: t("rule"), value: data.rule },
                { name: t("seed"), value: <code className={css.seed}>{data.seed}</code> },
                {
                  name: t("drawn"),
                  value: t("drawnOf", { drawn: number(data.drawn), dossiers: number(data.dossiers) }),
                },
                { name: t("drawnBy"), value: `${data.drawn_by_name} · ${dateTime(data.drawn_at)}` },
                {
                  name: t("again"),
                  value: (
                    <StatusBadge tone={data.draws_the_same ? "ok" : "danger"}>
                      {t(data.draws_the_same ? "drawsTheSame" : "drawsAnother")}
                    </StatusBadge>
                  ),
                },
              ]}
            />
            <ul className={css.counts}>
              {data.statuses.map((one) => (
                <li key={one.status}>
                  <StatusBadge tone={toneOf[one.status]}>{one.name}</StatusBadge> {number(one.n)}
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("reviews")} flush>
            <DataTable
              caption={t("reviews")}
              columns={columns}
              rows={data.reviews}
              rowKey={(one) => one.id}
              rowTo={(one) => reviewPage(one.id)}
              empty={t("noneMine")}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

// A brand team on one page: what it tells of itself, point, line and surface, what it settled, and
// who learned from it.
import { PenLine, Share2, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { date, number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Button, Card, Drawer, Grid, Page, ProblemCard, Row, Scroll, Skeleton, StatusBadge } from "../../ui";
import type { Team } from "../shared/shapes";
import { Joining, Reaching, Telling } from "./keeping";
import { PointLineSurface } from "./PointLineSurface";
import css from "./teams.module.css";

export function TeamPage() {
  const { t } = useTranslation("teams");
  const { team = "" } = useParams();
  const { data, error, refetch } = useAsk<Team>(`/teams/${team}`);
  const [doing, setDoing] = useState<"tell" | "join" | "reach" | null>(null);
  const back = { to: "/desk/teams", label: t("title") };
  if (!data)
    return (
      <Page title={t("title")} back={back}>
        {error ? <ProblemCard error={error} retry={() => void refetch()} /> : <Skeleton shape="cards" count={4} />}
      </Page>
    );
  const close = () => {
    setDoing(null);
    void refetch();
  };
  const founded = data.founded_on ? ` · ${t("founded", { when: date(data.founded_on) })}` : "";
  return (
    <Page
      title={data.name}
      back={back}
      subtitle={data.home_name + founded}
      actions={
        data.may_keep && (
          <>
            <Button icon={<PenLine size={18} aria-hidden />} onClick={() => setDoing("tell")}>
              {t("tell")}
            </Button>
            <Button icon={<UserPlus size={18} aria-hidden />} onClick={() => setDoing("join")}>
              {t("join")}
            </Button>
            <Button icon={<Share2 size={18} aria-hidden />} onClick={() => setDoing("reach")}>
              {t("radiate")}
            </Button>
          </>
        )
      }
    >
      <Card tone="brand">
        <p className={css.lead}>
          {data.founded_on
            ? t("sum", {
                count: data.figures.settled,
                n: number(data.figures.settled),
                since: data.founded_on.slice(0, 7),
              })
            : t("sumAll", { count: data.figures.settled, n: number(data.figures.settled) })}
          {data.figures.in_hand > 0 && ` ${t("inHand", { count: data.figures.in_hand })}`}
        </p>
        {data.story && <p className={css.story}>{data.story}</p>}
      </Card>
      <PointLineSurface team={data} changed={() => void refetch()} />
      <Grid least={280}>
        <Bars title={t("byMonth")} counts={data.figures.by_month} />
        <Bars title={t("byKind")} counts={data.figures.by_kind} />
        <Bars title={t("byMethod")} counts={data.figures.by_method} note={t("byMethodNote")} />
      </Grid>
      <Chorus team={data} />
      <Card title={t("members")}>
        <ul className={css.people}>
          {data.members.map((one) => (
            <li key={one.person}>
              <strong>
                <bdi>{one.name}</bdi>
              </strong>{" "}
              {one.leader && <StatusBadge tone="info">{t("leader")}</StatusBadge>}
              <span className="dim"> {one.organisation_name}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Drawer
        open={doing !== null}
        onClose={() => setDoing(null)}
        title={doing ? t(doing === "reach" ? "radiate" : doing) : ""}
      >
        {doing === "tell" && <Telling team={data} done={close} />}
        {doing === "join" && <Joining team={data} done={close} />}
        {doing === "reach" && <Reaching team={data} done={close} />}
      </Drawer>
    </Page>
  );
}

interface BarsProps {
  title: string;
  counts: { key: string; name: string; n: number }[];
  note?: string;
}

/** The bar is for the eye, the number is the truth. */
function Bars({ title, counts, note }: BarsProps) {
  const { t } = useTranslation("teams");
  const most = Math.max(1, ...counts.map((one) => one.n));
  return (
    <Card title={title}>
      {counts.length === 0 ? (
        <p className="dim">{t("nothingYet")}</p>
      ) : (
        <ol className={css.bars}>
          {counts.map((one) => (
            <li key={one.key}>
              <span className={css.barName}>{one.name}</span>
              <span className={css.barGround} aria-hidden>
                <span className={css.bar} style={{ inlineSize: `${(100 * one.n) / most}%` }} />
              </span>
              <span className={css.barNumber}>{number(one.n)}</span>
            </li>
          ))}
        </ol>
      )}
      {note && <p className="dim">{note}</p>}
    </Card>
  );
}

/** Solo into chorus: who sat in with whom, and what each settles alone since. */
function Chorus({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  return (
    <Card title={t("chorus.title")} flush={team.chorus.length > 0}>
      <p className={team.chorus.length > 0 ? css.says : "dim"}>{t("chorus.says")}</p>
      {team.chorus.length > 0 && (
        <Scroll label={t("chorus.table")}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t("chorus.who")}</th>
                <th scope="col">{t("chorus.from")}</th>
                <th scope="col">{t("chorus.satIn")}</th>
                <th scope="col">{t("chorus.alone")}</th>
                <th scope="col">{t("chorus.kinds")}</th>
              </tr>
            </thead>
            <tbody>
              {team.chorus.map((one) => (
                <tr key={one.person}>
                  <th scope="row">
                    <bdi>{one.name}</bdi>
                    <span className={css.about}>{one.organisation_name}</span>
                  </th>
                  <td>
                    <bdi>{one.from.join(" · ")}</bdi>
                  </td>
                  <td className={css.figure}>{number(one.sat_in)}</td>
                  <td className={css.figure}>{number(one.alone)}</td>
                  <td>
                    <Row gap={1}>
                      {one.kinds.slice(0, 4).map((kind) => (
                        <StatusBadge key={kind.key}>{`${kind.name} ${number(kind.n)}`}</StatusBadge>
                      ))}
                    </Row>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}

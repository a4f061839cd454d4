import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { isoDay } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import { Bidi, Button, Card, confirm, Row, Stack, StatusBadge, toast, toastProblem } from "../../ui";
import type { FileView, Twins as Found, Line } from "../shared/shapes";
import { toneOf } from "../work/stages";
import css from "./intake.module.css";

interface TwinsProps {
  twins: Line[];
  says: string;
  /** Of its heading. */
  level?: 2 | 3;
  /** What can be done about one of them. */
  deed?: (one: Line) => ReactNode;
}

/** Open disputes of this desk that may be the same one; a person decides. */
function Twins({ twins, says, level, deed }: TwinsProps) {
  const { t } = useTranslation("intake");
  if (twins.length === 0) return null;
  return (
    <Card title={t("twins.title", { count: twins.length })} tone="warn" level={level}>
      <Stack gap={1}>
        <p>
          <bdi>{says}</bdi>
        </p>
        <ul className={css.twins}>
          {twins.map((one) => (
            <li key={one.id} className={css.twin}>
              <Row>
                <Link to={`/desk/disputes/${one.id}`}>
                  <Bidi>{one.number || t("twins.unnumbered")}</Bidi>
                </Link>
                <StatusBadge tone={toneOf(one.stage)}>{one.stage_name}</StatusBadge>
              </Row>
              <span>
                <bdi>{one.parties}</bdi> · {one.kind_name} · {one.place_name} · <Bidi>{isoDay(one.requested_at)}</Bidi>
              </span>
              {deed && <Row className="no-print">{deed(one)}</Row>}
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

/** Right after registering: merged with one click, which can be undone. */
export function TwinsToMerge({ file, twins }: { file: FileView; twins: Line[] }) {
  const { t } = useTranslation("intake");
  const navigate = useNavigate();
  const merge = async (into: Line) => {
    const yes = await confirm({
      title: t("twins.question"),
      says: t("twins.questionSays", { number: into.number || into.parties }),
      verb: t("twins.merge"),
    });
    if (!yes) return;
    try {
      await tell(`/disputes/${file.id}/merge`, { into: into.id }, { verb: "PUT", version: file.version });
      toast(t("twins.merged"));
      void navigate(`/desk/disputes/${into.id}`);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Twins
      twins={twins}
      says={t("twins.says")}
      deed={(one) => <Button onClick={() => void merge(one)}>{t("twins.merge")}</Button>}
    />
  );
}

/** On the file of a request, by whatever door it came; the form of the command is the file's own. */
export function TwinsOfFile({ file, merge }: { file: FileView; merge: (into: string) => void }) {
  const { t } = useTranslation("intake");
  const { data } = useAsk<Found>(`/disputes/${file.id}/twins`);
  return (
    <Twins
      twins={data?.twins ?? []}
      says={t("twins.says")}
      deed={(one) => <Button onClick={() => merge(one.id)}>{t("twins.merge")}</Button>}
    />
  );
}

/** Of a hand-over, before it is taken: nothing is there yet that could be merged. */
export function TwinsOfReferral({ referral }: { referral: string }) {
  const { t } = useTranslation("intake");
  const { data } = useAsk<Found>(`/referrals/${referral}/twins`);
  return <Twins twins={data?.twins ?? []} says={t("twins.ofReferral")} level={3} />;
}

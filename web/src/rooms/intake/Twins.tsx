import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { Bidi, Button, Card, confirm, Row, Stack, StatusBadge, toast, toastProblem } from "../../ui";
import type { FileView, Line } from "../shared/shapes";
import { toneOf } from "../work/stages";
import css from "./intake.module.css";

/** Open disputes of this desk that may be the same one; a person decides, and can undo it. */
export function Twins({ file, twins }: { file: FileView; twins: Line[] }) {
  const { t } = useTranslation("intake");
  const navigate = useNavigate();
  if (twins.length === 0) return null;
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
    <Card title={t("twins.title", { count: twins.length })} tone="warn">
      <Stack gap={1}>
        <p>{t("twins.says")}</p>
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
              <Row>
                <Button onClick={() => void merge(one)}>{t("twins.merge")}</Button>
              </Row>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

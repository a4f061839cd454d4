// The point (the team), its lines (the four linkages), its surface (whom it reaches), and the city.
import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { Button, Card, confirm, toastProblem } from "../../ui";
import type { Team } from "../shared/shapes";
import css from "./teams.module.css";

export function PointLineSurface({ team, changed }: { team: Team; changed: () => void }) {
  const { t } = useTranslation("teams");
  const { surface } = team;
  const most = Math.max(1, ...surface.surface.map((one) => one.settled));
  const withdraw = async (organisation: string, name: string) => {
    if (!(await confirm({ title: t("withdraw"), says: t("withdrawSays", { name }), verb: t("withdraw") }))) return;
    try {
      await tell(`/teams/${team.id}/reach/${organisation}`, null, { verb: "DELETE" });
      changed();
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card title={t("surface.title")}>
      <p className="dim">{t("surface.says")}</p>
      <div className={css.chain}>
        <Step name={t("surface.point")} n={surface.point}>
          <bdi>{team.name}</bdi>
        </Step>
        <Step name={t("surface.line")} n={surface.lines.reduce((sum, one) => sum + one.n, 0)}>
          <ul className={css.lines}>
            {surface.lines.map((one) => (
              <li key={one.key}>
                {one.name} <strong>{number(one.n)}</strong>
              </li>
            ))}
          </ul>
        </Step>
        <Step name={t("surface.surface", { count: surface.surface.length })} n={surface.surface_total}>
          {t("surface.surfaceSays")}
        </Step>
        <Step name={t("surface.city")} n={surface.city}>
          {t("surface.citySays")}
        </Step>
      </div>
      <ul className={css.tiles}>
        {surface.surface.map((one) => (
          <li key={one.organisation} data-heat={Math.ceil((4 * one.settled) / most)}>
            <span>{one.name}</span>
            <span className={css.tileFigure}>
              {t("surface.tile", { all: number(one.settled), team: number(one.of_team) })}
            </span>
            {team.may_keep && (
              <Button
                kind="quiet"
                aria-label={`${t("withdraw")} · ${one.name}`}
                onClick={() => void withdraw(one.organisation, one.name)}
              >
                {t("withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Step({ name, n, children }: { name: string; n: number; children: React.ReactNode }) {
  return (
    <div className={css.step}>
      <span className={css.stepName}>{name}</span>
      <strong className={css.stepFigure}>{number(n)}</strong>
      <div className="dim">{children}</div>
    </div>
  );
}

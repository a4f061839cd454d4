// One field that two people changed: as it was, theirs, mine, and which one shall stand.
import { useTranslation } from "react-i18next";
import { RadioTiles } from "../../ui";
import css from "./collision.module.css";

export type Choice = "mine" | "theirs" | "merge";

interface CollisionProps {
  /** The name of the field, for the eyes of a test and for the id. */
  name: string;
  label: string;
  before: string;
  theirs: string;
  mine: string;
  ways: Choice[];
  choice: Choice | undefined;
  choose: (choice: Choice) => void;
}

export function CollisionBox({ name, label, before, theirs, mine, ways, choice, choose }: CollisionProps) {
  const { t } = useTranslation("dispute");
  return (
    <section className={css.collision} data-collision={name}>
      <p>
        <strong>{t("changed.both", { field: label })}</strong>
      </p>
      <div className={css.versions}>
        {Object.entries({ before, theirs, mine }).map(([whose, text]) => (
          <div key={whose} className={css.version} data-version={whose}>
            <p className="dim">{t(`changed.${whose as "mine"}`)}</p>
            <p className={css.words}>{text || t("changed.nothing")}</p>
          </div>
        ))}
      </div>
      <RadioTiles
        id={`collision-${name.replaceAll(/\W/g, "-")}`}
        label={t("changed.take", { field: label })}
        value={choice ?? null}
        onChange={(value) => choose(value as Choice)}
        options={ways.map((one) => ({ value: one, label: t(`changed.choice.${one}`) }))}
      />
    </section>
  );
}

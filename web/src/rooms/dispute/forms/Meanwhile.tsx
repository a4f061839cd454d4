// What changed while a form was open: who, when, which fields; and for each field that both changed,
// mine, theirs or both. The words typed stay in the form below.
import { ArrowRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { date, dateTime, listed, money } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import type { components } from "../../../schema";
import { Card, ProblemCard, Skeleton, Stack } from "../../../ui";
import { type Choice, CollisionBox } from "../../shared/Collision";
import { nameIn } from "../../shared/catalogue";
import { useDivisions } from "../api";
import css from "../dispute.module.css";
import own from "../meanwhile.module.css";
import type { FileView } from "../types";
import { organisationName, personName, usePartyName, useWords } from "../words";
import { mergeable } from "./meanwhile";
import type { Field, Kind, Values } from "./plan";

type Change = components["schemas"]["dispute.Change"];
type FieldChange = components["schemas"]["dispute.FieldChange"];

export interface Collision {
  field: Field;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

interface MeanwhileProps {
  file: FileView;
  /** The version with which the form was begun. */
  since: number;
  taken: Field[];
  collisions: Collision[];
  choices: Record<string, Choice>;
  choose: (name: string, choice: Choice) => void;
}

const most = 12;

/** The label of a field that a page changed: "agreements.obligations.due" is told as its last part. */
function useFieldName() {
  const { t, i18n } = useTranslation("dispute");
  return (field: string): string => {
    const last = field.split(".").at(-1) ?? field;
    for (const key of [`changedField.${last}`, `field.${last}`])
      if (i18n.exists(`dispute:${key}`)) return t(key as "field.facts");
    return "";
  };
}

export function useFieldLabel() {
  const { t } = useTranslation("dispute");
  return (field: Field): string => t(`field.${field.label ?? field.name}` as "field.facts");
}

/** A value of a form in words. */
function useTelling(file: FileView) {
  const { t, i18n } = useTranslation("dispute");
  const { data: places = [] } = useDivisions(true);
  const words = useWords();
  const nameOf = usePartyName(file);
  const party = (id: string) => file.dispute.parties.some((one) => one.id === id);
  const key = (id: string) => (party(id) ? nameOf(id) : personName(file, id) || organisationName(file, id) || id);
  const one = (value: unknown, kind: Kind | undefined): string => {
    if (value === null || value === undefined || value === "") return "";
    if (kind === "money") return money(Number(value));
    if (kind === "check") return t(value ? "changed.yes" : "changed.no");
    if (kind === "moment") return dateTime(String(value));
    if (kind === "day") return date(String(value));
    if (kind === "names") return key(String(value));
    const place = kind === "place" && places.find((one) => one.code === value);
    if (place) return nameIn(place, i18n.language);
    if (kind === "promises") return promise(value as Values);
    if (typeof kind === "object")
      return "book" in kind ? words.choice(kind.book, String(value)) : words.word(kind.enumeration, String(value));
    if (typeof value === "object")
      return Object.values(value)
        .map((part) => one(part, undefined))
        .join(" · ");
    return words.kinds.find((known) => known.value === value)?.label ?? String(value);
  };
  const promise = (row: Values) =>
    [
      t("owes", { from: key(row.from), to: key(row.to) }),
      row.what,
      row.amount ? money(row.amount) : "",
      row.due ? date(row.due) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  return (field: Field, value: unknown): string =>
    Array.isArray(value)
      ? value.map((part) => one(part, field.kind)).join(field.kind === "promises" ? "\n" : t("changed.and"))
      : one(value, field.kind);
}

export function Meanwhile({ file, since, taken, collisions, choices, choose }: MeanwhileProps) {
  const { t } = useTranslation("dispute");
  const label = useFieldLabel();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const asked = useAsk<{ changes: Change[] }>(`/disputes/${file.id}/changes`, { version: since }, { fresh: 0 });
  return (
    <div ref={box} tabIndex={-1} className={own.meanwhile} data-meanwhile>
      <Card tone="warn" title={t("changed.title")} level={3}>
        <Stack gap={3}>
          <p>{t("changed.says")}</p>
          {asked.error && <ProblemCard error={asked.error} retry={() => void asked.refetch()} />}
          {!asked.data && !asked.error && <Skeleton shape="cards" count={1} />}
          {asked.data?.changes.map((one) => (
            <OneChange key={one.n} change={one} />
          ))}
          {taken.length > 0 && <p>{t("changed.taken", { fields: listed(taken.map(label)) })}</p>}
          {collisions.map((one) => (
            <OneCollision
              key={one.field.name}
              collision={one}
              file={file}
              choice={choices[one.field.name]}
              choose={(choice) => choose(one.field.name, choice)}
            />
          ))}
          <p role="status">
            <strong>
              {t(collisions.every((one) => choices[one.field.name]) ? "changed.ready" : "changed.chooseFirst")}
            </strong>
          </p>
        </Stack>
      </Card>
    </div>
  );
}

/** Who did what, when, and which fields: from what to what. */
function OneChange({ change }: { change: Change }) {
  const { t } = useTranslation("dispute");
  const fieldName = useFieldName();
  const known = change.fields.filter((one) => fieldName(one.field) !== "");
  return (
    <section>
      <h4>
        <bdi>{change.person_name || t("changed.somebody")}</bdi> · {change.says} ·{" "}
        <span className="dim">{dateTime(change.recorded_at)}</span>
      </h4>
      <ul className={own.changes}>
        {known.slice(0, most).map((one) => (
          <li key={one.field + one.subject}>
            <strong>{fieldName(one.field)}</strong> <FromTo change={one} />
          </li>
        ))}
      </ul>
      {known.length > most && <p className="dim">{t("changed.more", { count: known.length - most })}</p>}
    </section>
  );
}

function FromTo({ change }: { change: FieldChange }) {
  const { t } = useTranslation("dispute");
  return (
    <>
      {change.before && (
        <>
          <del className={css.words}>{change.before}</del>{" "}
          <ArrowRight size={14} className="icon-direction" aria-hidden />{" "}
        </>
      )}
      {change.after ? <ins className={css.words}>{change.after}</ins> : <em>{t("changed.gone")}</em>}
    </>
  );
}

interface OneCollisionProps {
  collision: Collision;
  file: FileView;
  choice: Choice | undefined;
  choose: (choice: Choice) => void;
}

function OneCollision({ collision, file, choice, choose }: OneCollisionProps) {
  const label = useFieldLabel();
  const tell = useTelling(file);
  const { field, base, theirs, mine } = collision;
  return (
    <CollisionBox
      name={field.name}
      label={label(field)}
      before={tell(field, base)}
      theirs={tell(field, theirs)}
      mine={tell(field, mine)}
      ways={mergeable(field.kind, theirs, mine) ? ["mine", "theirs", "merge"] : ["mine", "theirs"]}
      choice={choice}
      choose={choose}
    />
  );
}

import { useTranslation } from "react-i18next";
import { Card, CheckField, DateTimeField, MoneyField, SelectField, Stack, TextAreaField } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import css from "./intake.module.css";
import type { RequestDoor } from "./request";

const marks = ["injury", "death", "cross_area", "violence", "media", "suspected_harm_to_minor"] as const;
const ownSources = ["walk_in", "phone", "web", "own_initiative"];

interface FieldsProps {
  door: RequestDoor;
  /** An agency or a lead states its own source. */
  withSource?: boolean;
  /** When the desk heard of it, if it is entered later. */
  withTime?: boolean;
}

/** What happened, where, and what is asked for. */
export function RequestFields({ door, withSource = true, withTime = false }: FieldsProps) {
  const { t } = useTranslation("intake");
  const { kindOptions, words } = useCatalogue();
  const place = door.field<string>("place");
  return (
    <Card title={t("matter.title")}>
      <Stack gap={4}>
        <div className={css.three}>
          {withSource && (
            <SelectField
              label={t("matter.source")}
              required
              options={words("source").filter((one) => ownSources.includes(one.value))}
              {...door.field<string | null>("source")}
            />
          )}
          <SelectField label={t("matter.kind")} required options={kindOptions} {...door.field<string | null>("kind")} />
          <MoneyField label={t("matter.amount")} {...door.field<number | null>("amount")} />
        </div>
        <PlacePicker id={place.id} value={place.value} onChange={place.onChange} error={place.error} required />
        <TextAreaField
          label={t("matter.facts")}
          hint={t("matter.factsHint")}
          required
          {...door.field<string>("facts")}
        />
        <TextAreaField label={t("matter.request")} rows={2} {...door.field<string>("request")} />
        <Marks door={door} />
        {withTime && <Later door={door} />}
      </Stack>
    </Card>
  );
}

/** Folded away, since mostly it is now. */
function Later({ door }: { door: RequestDoor }) {
  const { t } = useTranslation("intake");
  const field = door.field<string | null>("happened_at");
  return (
    <details open={field.value !== null || field.error !== undefined || undefined}>
      <summary>{t("matter.later")}</summary>
      <DateTimeField label={t("matter.happenedAt")} hint={t("matter.happenedAtHint")} {...field} />
    </details>
  );
}

function Marks({ door }: { door: RequestDoor }) {
  const { t } = useTranslation("intake");
  const { words } = useCatalogue();
  const names = words("mark");
  const set = (mark: string, on: boolean) =>
    door.set({ marks: on ? [...door.values.marks, mark] : door.values.marks.filter((one) => one !== mark) });
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, paddingBlockEnd: "var(--space-2)" }}>{t("matter.marks")}</legend>
      <div className={css.checks}>
        {marks.map((mark) => (
          <CheckField
            key={mark}
            label={names.find((one) => one.value === mark)?.label ?? t(`marks.${mark}`)}
            value={door.values.marks.includes(mark)}
            onChange={(on) => set(mark, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

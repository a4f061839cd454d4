// In whose name a mediator acts: a brand team that reaches this organisation, or nobody's.
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/server";
import { SelectField } from "../../../ui";
import type { Company } from "../../shared/shapes";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export const useCompany = (dispute: string) => useAsk<Company>(`/disputes/${dispute}/company`);

/** Shown when a team is there and the chosen mediator is one of it. */
export function TeamBox(box: BoxProps) {
  const { data } = useCompany(box.file.id);
  const field = bound<string | null>(box);
  const label = useLabel("team");
  const person = box.form.field("person").value;
  const teams = (data?.teams ?? []).filter((one) => typeof person === "string" && one.members.includes(person));
  if (teams.length === 0) return null;
  return <SelectField {...field} {...label} options={teams.map((one) => ({ value: one.id, label: one.name }))} />;
}

/** Who sits in to learn: a mediator of the organisation, or of a team that reaches it. */
export function ApprenticeBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data } = useCompany(box.file.id);
  const field = bound<string | null>(box);
  return (
    <SelectField
      {...field}
      label={t("field.apprentice")}
      hint={t("hint.apprentice")}
      required
      options={(data?.apprentices ?? []).map((one) => ({
        value: one.id,
        label: `${one.name} · ${one.organisation_name}`,
      }))}
    />
  );
}

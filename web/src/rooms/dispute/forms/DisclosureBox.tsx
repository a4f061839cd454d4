// One tick before the first session: no tie to either side (SPC16 art. 15). Where there is one,
// what it is; then the parties decide whether they go on, or somebody else mediates.
import { useTranslation } from "react-i18next";
import { Button, Card, CheckField, SelectField, Stack, TextAreaField } from "../../../ui";
import type { FileView } from "../types";
import { presentParties, useWords } from "../words";
import { bound } from "./field";
import type { BoxProps } from "./plan";

export interface Disclosure {
  nothing: boolean;
  declares: boolean;
  ground: string | null;
  note: string;
}

export const undisclosed = (): Disclosure => ({ nothing: false, declares: false, ground: null, note: "" });
/** What comes up after one has said that there is nothing. */
export const furtherOn = (file: FileView): Disclosure => ({
  ...undisclosed(),
  declares: file.dispute.appointments.some((one) => !one.until) && stillToDisclose(file).length === 0,
});

/** What is sent; nothing at all while nothing was said. */
export function disclosureBody(said: Disclosure | null | undefined): object | undefined {
  if (!said) return undefined;
  if (said.declares && said.ground) return { ground: said.ground, note: said.note };
  return said.nothing && !said.declares ? {} : undefined;
}

/** Who is appointed and has not spoken yet with regard to everybody present. */
export function stillToDisclose(file: FileView): string[] {
  const { appointments, conflicts } = file.dispute;
  const covered = (person: string, party: string) =>
    conflicts.some((one) => one.person === person && /^0+$/.test(one.party) && one.parties.includes(party));
  return appointments
    .filter((one) => !one.until && !presentParties(file).every((party) => covered(one.person, party.id)))
    .map((one) => one.person);
}

/** Beside another deed; gone once everybody appointed has spoken. */
export function DisclosureBox(box: BoxProps) {
  return stillToDisclose(box.file).length === 0 ? null : <DisclosureAlone {...box} />;
}

export function DisclosureAlone(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { choices } = useWords();
  const field = bound<Disclosure>(box);
  const { value } = field;
  const change = (part: Partial<Disclosure>) => field.onChange({ ...value, ...part });
  return (
    <Card title={t("disclosure.title")} level={3} tone="info">
      <Stack gap={3}>
        {!value.declares && (
          <CheckField
            id={field.id}
            label={t("disclosure.nothing")}
            hint={t("disclosure.hint")}
            value={value.nothing}
            onChange={(nothing) => change({ nothing })}
            error={field.error}
          />
        )}
        {value.declares && (
          <>
            <SelectField
              id={field.id}
              label={t("field.ground")}
              required
              options={choices("conflict").filter((one) => one.value !== "party_objects")}
              value={value.ground}
              onChange={(ground) => change({ ground })}
              error={box.form.field(`${box.name}.ground`).error ?? field.error}
            />
            <TextAreaField label={t("field.note")} rows={2} value={value.note} onChange={(note) => change({ note })} />
            <p className="dim">{t("disclosure.then")}</p>
          </>
        )}
        <div>
          <Button kind="quiet" onClick={() => change({ declares: !value.declares })}>
            {t(value.declares ? "disclosure.back" : "disclosure.declare")}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

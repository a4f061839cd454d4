import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { identityIn } from "../../lib/identity";
import {
  Card,
  CheckField,
  DateField,
  IconButton,
  IdNumberField,
  PhoneField,
  RadioTiles,
  SelectField,
  Stack,
  TextField,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import css from "./intake.module.css";
import { Members } from "./Members";
import { ageOf, harmSuspected, needsGuardian, type PartyValues, type RequestDoor } from "./request";

interface PartyProps {
  door: RequestDoor;
  index: number;
  title: string;
  withConsent: boolean;
  removable: boolean;
}

/** One party: who it is, how to reach it, its language, and what it has said so far. */
export function PartyCard({ door, index, title, withConsent, removable }: PartyProps) {
  const { t } = useTranslation("intake");
  const party = door.values.parties[index] as PartyValues;
  const at = <V,>(name: string) => door.field<V>(`parties.${index}.${name}`);
  return (
    <Card
      title={title}
      actions={
        removable && (
          <IconButton
            label={t("party.remove", { title })}
            icon={<X size={18} />}
            onClick={() => door.remove("parties", index)}
          />
        )
      }
    >
      <Stack gap={4}>
        <RadioTiles
          label={t("party.kind")}
          options={(["person", "organisation", "group"] as const).map((one) => ({
            value: one,
            label: t(`party.kinds.${one}`),
          }))}
          {...at<PartyValues["kind"]>("kind")}
          onChange={(kind) => at<string>("kind").onChange(kind)}
        />
        <TextField label={t(`party.names.${party.kind}`)} required {...at<string>("name")} />
        <PhoneField label={t("party.phone")} {...at<string>("phone")} />
        <TextField label={t("party.address")} {...at<string>("address")} />
        {party.kind === "organisation" ? (
          <OfOrganisation at={at} />
        ) : (
          <OfPerson party={party} at={at} harm={harmSuspected(door.values)} />
        )}
        {party.kind === "group" && <Members door={door} index={index} />}
        <Speaks at={at} party={party} withConsent={withConsent} />
      </Stack>
    </Card>
  );
}

type At = RequestDoor["field"];

function OfOrganisation({ at }: { at: At }) {
  const { t } = useTranslation("intake");
  return (
    <>
      <TextField label={t("party.creditCode")} maxLength={18} {...at<string>("credit_code")} />
      <TextField label={t("party.legalRepresentative")} {...at<string>("represented_by")} />
    </>
  );
}

function OfPerson({ party, at, harm }: { party: PartyValues; at: At; harm: boolean }) {
  const { t } = useTranslation("intake");
  const { words } = useCatalogue();
  const number = at<string>("id_number");
  const age = ageOf(party.birth_date);
  const read = (typed: string) => {
    number.onChange(typed);
    const said = identityIn(typed);
    if (!said) return;
    at<string | null>("sex").onChange(said.sex);
    at<string | null>("birth_date").onChange(said.birth);
  };
  return (
    <>
      {party.kind === "person" && (
        <IdNumberField label={t("party.idNumber")} hint={t("party.idHint")} {...number} onChange={read} />
      )}
      {party.kind === "person" && (
        <div className={css.three}>
          <SelectField label={t("party.sex")} options={words("sex")} {...at<string | null>("sex")} />
          <DateField label={t("party.birthDate")} {...at<string | null>("birth_date")} />
        </div>
      )}
      {party.kind === "person" && age !== null && age >= 16 && age < 18 && (
        <CheckField label={t("party.ownLabour")} {...at<boolean>("lives_on_own_labour")} />
      )}
      {needsGuardian(party) && <Guardian at={at} guardian={party.guardian} harm={harm} />}
      <TextField label={t("party.agent")} {...at<string>("represented_by")} />
    </>
  );
}

/** Who acts for the child. Nobody, or one who is accused: the desk is warned, and goes on where harm is suspected. */
function Guardian({ at, guardian, harm }: { at: At; guardian: PartyValues["guardian"]; harm: boolean }) {
  const { t } = useTranslation("intake");
  const whole = at<unknown>("guardian");
  const missing = guardian.name.trim() === "";
  return (
    <Card title={t("guardian.title")} tone="warn" level={3}>
      <Stack gap={3}>
        <p>{t("guardian.says")}</p>
        <div aria-live="polite">
          {harm && (missing || guardian.accused) && (
            <p>
              <strong>{t(missing ? "guardian.missingWarning" : "guardian.accusedWarning")}</strong>
            </p>
          )}
          {!harm && !missing && guardian.accused && (
            <p>
              <strong>{t("guardian.markHarm")}</strong>
            </p>
          )}
        </div>
        <TextField
          label={t("guardian.name")}
          required={!harm}
          {...at<string>("guardian.name")}
          error={at<string>("guardian.name").error ?? whole.error}
        />
        <TextField
          label={t("guardian.relation")}
          hint={t("guardian.relationHint")}
          required={!harm || !missing}
          {...at<string>("guardian.relation")}
        />
        <PhoneField label={t("party.phone")} {...at<string>("guardian.phone")} />
        <CheckField label={t("guardian.accused")} {...at<boolean>("guardian.accused")} />
      </Stack>
    </Card>
  );
}

function Speaks({ at, party, withConsent }: { at: At; party: PartyValues; withConsent: boolean }) {
  const { t } = useTranslation("intake");
  const { words } = useCatalogue();
  return (
    <>
      <div className={css.three}>
        <SelectField label={t("party.language")} options={words("tongue")} {...at<string | null>("language")} />
        {withConsent && (
          <SelectField
            label={t("party.consent")}
            required
            options={words("consent")}
            {...at<string | null>("consent")}
          />
        )}
      </div>
      {(party.language !== "zh" || party.interpreter) && (
        <CheckField label={t("party.interpreter")} {...at<boolean>("interpreter")} />
      )}
    </>
  );
}

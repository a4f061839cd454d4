import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { tell } from "../../lib/server";
import {
  Card,
  CheckField,
  DateField,
  Form,
  FormActions,
  Page,
  SelectField,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { SignedIn } from "../informant/guard";
import css from "../intake/intake.module.css";
import { PartyCards } from "../intake/PartyCards";
import { RequestFields } from "../intake/RequestFields";
import { blankRequest, innerDoor, type RequestValues, requestBody } from "../intake/request";
import type { Referral } from "../shared/shapes";

const courtStages = ["before_filing", "after_filing", "after_filing_simple"] as const;

interface ReferValues {
  reference: string;
  court_stage: string | null;
  answer_by: string | null;
  calls: string;
  consent_stated: boolean;
  request: RequestValues;
}

// What the parties told the agency is one field of the hand-over; each is asked again at the desk.
function bodyOf(values: ReferValues) {
  const calls = values.calls.trim() === "" ? null : Number(values.calls);
  const parties = values.request.parties.map((one) => ({ ...one, consent: "not_asked" }));
  return {
    ...values,
    calls: Number.isNaN(calls) ? values.calls : calls,
    request: requestBody({ ...values.request, parties }),
  };
}

/** Handing a dispute over: the agency's own number, consent, facts, parties, deadline. */
export function Refer() {
  return (
    <SignedIn who="agency_officer">
      <Writing />
    </SignedIn>
  );
}

function Writing() {
  const { t } = useTranslation("agency");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({
    initial: {
      reference: "",
      court_stage: null,
      answer_by: null,
      calls: "",
      consent_stated: false,
      request: blankRequest("other_agency"),
    } as ReferValues,
    draft: "refer",
    send: (values, key) => tell<Referral>("/referrals", bodyOf(values), { key }),
    then: () => {
      toast(t("done"));
      void queries.invalidateQueries({ queryKey: ["/referrals"] });
      void navigate("/link");
    },
  });
  const door = innerDoor(form);
  return (
    <Page title={t("refer")} subtitle={t("referSays")} back={{ to: "/link", label: t("title") }}>
      <Form form={form} aria-label={t("refer")}>
        <Stack gap={4}>
          <Card title={t("own")}>
            <Stack gap={4}>
              <div className={css.three}>
                <TextField label={t("reference")} hint={t("referenceHint")} required {...form.field("reference")} />
                <DateField label={t("answerBy")} {...form.field("answer_by")} />
                <TextField label={t("calls")} inputMode="numeric" {...form.field("calls")} />
              </div>
              <SelectField
                label={t("courtStage")}
                hint={t("courtStageHint")}
                options={courtStages.map((one) => ({ value: one, label: t(`courtStages.${one}`) }))}
                {...form.field("court_stage")}
              />
              <CheckField label={t("consentStated")} hint={t("consentHint")} {...form.field("consent_stated")} />
            </Stack>
          </Card>
          <RequestFields door={door} withSource={false} />
          <PartyCards door={door} withConsent={false} />
          <FormActions>
            <Submit form={form}>{t("submit")}</Submit>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  );
}

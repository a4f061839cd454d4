// Drawing a sample: whose dossiers, of which days. Which ones is left to the lot.
import { useQueryClient } from "@tanstack/react-query";
import { Dices } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { now } from "../../lib/clock";
import { date, number } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Card,
  DateField,
  Form,
  FormActions,
  Grid,
  ProblemCard,
  SelectField,
  Stack,
  Submit,
  toast,
  useForm,
} from "../../ui";
import { lastMonth } from "./period";
import { type Place, type Prospect, type Sample, samplePage } from "./shapes";

export function Draw({ places }: { places: Place[] }) {
  const { t } = useTranslation("quality");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const first = places[0]?.organisation ?? null;
  const period = lastMonth(new Date(now()));
  const form = useForm({
    initial: {
      organisation: null as string | null,
      first_day: period.first as string | null,
      last_day: period.last as string | null,
    },
    send: (values, key) =>
      tell<Sample>("/quality/samples", { ...values, organisation: values.organisation ?? first }, { key }),
    then: (sample) => {
      void queries.invalidateQueries();
      toast(t("drawnToast", { count: sample.drawn }));
      navigate(samplePage(sample.id));
    },
  });
  const { first_day, last_day } = form.values;
  const organisation = form.values.organisation ?? first;
  const prospect = useAsk<Prospect>(
    "/quality/prospect",
    { organisation, first_day, last_day },
    { when: !!organisation && !!first_day && !!last_day },
  );
  return (
    <Card title={t("draw")}>
      <Form form={form} aria-label={t("draw")}>
        <Stack gap={4}>
          <p className="dim">{t("drawSays")}</p>
          <Grid least={220}>
            <SelectField
              label={t("organisation")}
              required
              search
              options={places.map((one) => ({ value: one.organisation, label: one.name }))}
              {...form.field("organisation")}
              value={organisation}
            />
            <DateField label={t("firstDay")} required {...form.field("first_day")} />
            <DateField label={t("lastDay")} required {...form.field("last_day")} />
          </Grid>
          {prospect.error && !prospect.data && (
            <ProblemCard error={prospect.error} retry={() => void prospect.refetch()} />
          )}
          {prospect.data && (
            <p role="status">
              {prospect.data.drawn_from && prospect.data.drawn_to
                ? t("drawnBefore", { from: date(prospect.data.drawn_from), to: date(prospect.data.drawn_to) })
                : t("prospect", {
                    dossiers: number(prospect.data.dossiers),
                    drawn: number(prospect.data.drawn),
                    share: number(prospect.data.share_percent),
                    minimum: number(prospect.data.minimum),
                  })}
            </p>
          )}
          <FormActions>
            <Submit form={form} icon={<Dices size={18} aria-hidden />}>
              {t("drawNow")}
            </Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}

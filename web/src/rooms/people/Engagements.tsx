import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { date, isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  DateField,
  Form,
  FormActions,
  Modal,
  RadioTiles,
  Row,
  Stack,
  StatusBadge,
  Submit,
  toast,
  useForm,
} from "../../ui";
import { useAgain } from "./again";
import type { Engagement, PersonPage } from "./shapes";

/** Terms and engagements, the latest first. */
export function Engagements({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const [ending, setEnding] = useState<Engagement | null>(null);
  const again = useAgain();
  if (person.engagements.length === 0) return null;
  return (
    <Card title={t("engagements")}>
      <Stack gap={3}>
        {person.engagements.map((one) => (
          <Stack gap={1} key={one.id}>
            <Row gap={2}>
              <strong>
                {one.manner_name} · {one.organisation_name}
              </strong>
              {one.in_force && <StatusBadge tone="ok">{t("inForce")}</StatusBadge>}
              {one.ended_as_name && <StatusBadge tone="neutral">{one.ended_as_name}</StatusBadge>}
            </Row>
            <p className="dim">
              {one.body_name} · {date(one.since)} –{" "}
              {one.ended_on ? date(one.ended_on) : one.until ? date(one.until) : t("noEnd")}
            </p>
            {!one.ended_on && person.allowed.includes("end_engagement") && (
              <Row>
                <Button kind="danger" onClick={() => setEnding(one)}>
                  {t("ending.verb")}
                </Button>
              </Row>
            )}
          </Stack>
        ))}
      </Stack>
      <Modal open={ending !== null} onClose={() => setEnding(null)} title={t("ending.verb")}>
        {ending && (
          <End
            person={person}
            engagement={ending}
            done={() => {
              setEnding(null);
              again();
              toast(t("saved"));
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

function End({ person, engagement, done }: { person: PersonPage; engagement: Engagement; done: () => void }) {
  const { t } = useTranslation("people");
  const form = useForm({
    initial: { why: "resigned", on: isoDay(now()) as string | null },
    send: ({ why, on }, key) =>
      tell(`/people/${person.id}/engagements/${engagement.id}/ending`, { term_over: why === "term_over", on }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("ending.verb")}>
      <Stack gap={4}>
        <p className="dim">{t("ending.says")}</p>
        <RadioTiles
          label={t("ending.why")}
          required
          options={[
            { value: "resigned", label: t("ending.resigned") },
            { value: "term_over", label: t("ending.termOver") },
          ]}
          {...form.field("why")}
        />
        <DateField label={t("ending.on")} required {...form.field("on")} />
        <FormActions>
          <Submit form={form}>{t("ending.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

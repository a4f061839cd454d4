import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { now } from "../../lib/clock";
import { date, isoDay, number } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  DateField,
  Drawer,
  Empty,
  Facts,
  Form,
  FormActions,
  Modal,
  Page,
  ProblemCard,
  Row,
  SelectField,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import { useAgain } from "./again";
import { PeopleNav } from "./PeopleNav";
import css from "./people.module.css";
import { Reason } from "./Reason";
import type { PeopleList, Training } from "./shapes";
import { trainingTone } from "./tones";

/** One training: what, when, where, and who was there. */
export function TrainingPage() {
  const { t } = useTranslation("people");
  const { training = "" } = useParams();
  const page = useAsk<Training>(`/trainings/${training}`);
  const back = { to: "/desk/trainings", label: t("nav.trainings") };
  if (page.error && !page.data)
    return (
      <Page title={t("nav.trainings")} back={back}>
        <ProblemCard error={page.error} retry={() => void page.refetch()} />
      </Page>
    );
  if (!page.data)
    return (
      <Page title={t("nav.trainings")} back={back}>
        <Skeleton shape="cards" count={2} />
      </Page>
    );
  return <Shown training={page.data} />;
}

function Shown({ training }: { training: Training }) {
  const { t } = useTranslation("people");
  const [open, setOpen] = useState<"held" | "off" | null>(null);
  const again = useAgain();
  const done = () => {
    setOpen(null);
    again();
    toast(t("saved"));
  };
  const writeUp = t(training.status === "held" ? "training.mend" : "training.writeUp");
  const columns: Column<Training["attended"][number]>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name },
    { key: "hours", head: t("training.hours"), align: "end", cell: (one) => number(one.hours) },
  ];
  return (
    <Page
      title={training.topic}
      badges={<StatusBadge tone={trainingTone[training.status]}>{training.status_name}</StatusBadge>}
      back={{ to: "/desk/trainings", label: t("nav.trainings") }}
      actions={
        training.mine &&
        training.status !== "called_off" && (
          <>
            <Button kind="primary" onClick={() => setOpen("held")}>
              {writeUp}
            </Button>
            {training.status === "planned" && (
              <Button kind="danger" onClick={() => setOpen("off")}>
                {t("training.callOff")}
              </Button>
            )}
          </>
        )
      }
    >
      <PeopleNav />
      <Card>
        <Facts
          rows={[
            { name: t("training.kind"), value: training.kind_name },
            { name: t("training.for"), value: training.organisation_name },
            { name: t("training.day"), value: date(training.day) },
            { name: t("training.hours"), value: number(training.hours) },
            { name: t("training.place"), value: training.place },
            { name: t("training.teacher"), value: training.teacher },
            { name: t("training.present"), value: training.status === "held" ? number(training.present) : null },
            { name: t("training.whyOff"), value: training.why_called_off },
          ]}
        />
      </Card>
      {training.status === "held" && (
        <Card flush title={t("training.attended")}>
          <DataTable
            caption={t("training.attended")}
            columns={columns}
            rows={training.attended}
            rowKey={(one) => one.person}
            rowTo={(one) => `/desk/people/${one.person}`}
            empty={<Empty>{t("training.noneOfMine")}</Empty>}
          />
        </Card>
      )}
      <Drawer open={open === "held"} onClose={() => setOpen(null)} title={writeUp}>
        {open === "held" && <WriteUp training={training} verb={writeUp} done={done} />}
      </Drawer>
      <Modal open={open === "off"} onClose={() => setOpen(null)} title={t("training.callOff")}>
        {open === "off" && (
          <Reason
            says={t("training.callOffSays")}
            verb={t("training.callOff")}
            send={(reason, key) =>
              tell(`/trainings/${training.id}/calling-off`, { reason }, { key, version: training.version })
            }
            done={done}
          />
        )}
      </Modal>
    </Page>
  );
}

interface WriteUpProps {
  training: Training;
  verb: string;
  done: () => void;
}

/** Who was there: chosen office by office, all with the same hours. */
function WriteUp({ training, verb, done }: WriteUpProps) {
  const { t, i18n } = useTranslation("people");
  const [office, setOffice] = useState<string | null>(training.organisation);
  const [present, setPresent] = useState<Set<string>>(new Set(training.attended.map((one) => one.person)));
  const organisations = useAsk<{ organisations: Organisation[] }>(
    "/organisations",
    { below: training.organisation },
    { fresh: 600_000 },
  );
  const people = useAsk<PeopleList>("/people", { organisation: office, limit: 200 }, { when: office !== null });
  const shown =
    people.data?.people.filter((one) => one.serves_as.some((as) => as.key === "mediator" || as.key === "informant")) ??
    [];
  const today = isoDay(now());
  const form = useForm({
    initial: {
      day: (training.day < today ? training.day : today) as string | null,
      hours: String(training.hours),
      attended: "",
    },
    send: ({ day, hours }, key) =>
      tell(
        `/trainings/${training.id}/attendance`,
        { day, hours: Number(hours), attended: [...present].map((person) => ({ person, hours: Number(hours) })) },
        { key, verb: "PUT", version: training.version },
      ),
    then: done,
    at: (pointer) => (pointer.startsWith("/attended") ? "attended" : pointer.slice(1)),
  });
  const put = (keys: string[], on: boolean) =>
    setPresent((before) => {
      const next = new Set(before);
      for (const key of keys) on ? next.add(key) : next.delete(key);
      return next;
    });
  const listed = form.field("attended");
  return (
    <Form form={form} aria-label={verb}>
      <Stack gap={4}>
        <div className={css.two}>
          <DateField label={t("training.day")} required {...form.field("day")} />
          <TextField label={t("training.hours")} inputMode="numeric" required {...form.field("hours")} />
        </div>
        <SelectField
          label={t("training.from")}
          hint={t("training.fromHint")}
          search
          clearable={false}
          options={(organisations.data?.organisations ?? []).map((one) => ({
            value: one.id,
            label: nameIn(one, i18n.language),
          }))}
          value={office}
          onChange={setOffice}
        />
        <fieldset id={listed.id} tabIndex={-1} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t("training.who", { count: present.size })}</legend>
          <Row>
            <Button
              onClick={() =>
                put(
                  shown.map((one) => one.id),
                  true,
                )
              }
            >
              {t("training.all")}
            </Button>
            <Button
              onClick={() =>
                put(
                  shown.map((one) => one.id),
                  false,
                )
              }
            >
              {t("training.noneHere")}
            </Button>
          </Row>
          {listed.error && <p role="alert">{listed.error}</p>}
          <div className={css.present}>
            {shown.length === 0 && <p className="dim">{t("none")}</p>}
            {shown.map((one) => (
              <CheckField
                key={one.id}
                id={`present-${one.id}`}
                label={`${one.name} · ${one.organisation_name}`}
                value={present.has(one.id)}
                onChange={(on) => put([one.id], on)}
              />
            ))}
          </div>
        </fieldset>
        <FormActions>
          <Submit form={form}>{verb}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

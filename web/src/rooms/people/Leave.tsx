import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { date, isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  DateField,
  Drawer,
  Form,
  FormActions,
  Row,
  SelectField,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { useAgain } from "./again";
import css from "./people.module.css";
import type { Absence, PersonPage } from "./shapes";

/** Leave and absence, for oneself and those who lead. */
export function Leave({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const [entering, setEntering] = useState(false);
  const again = useAgain();
  const may = person.allowed.includes("go_away");
  const back = async (absence: Absence) => {
    try {
      await tell(`/people/${person.id}/absences/${absence.id}/return`, {});
      again();
      toast(t("leave.backDone"));
    } catch (error) {
      toastProblem(error);
    }
  };
  const open = (one: Absence) => !one.ended_on && one.last_day >= isoDay(now());
  return (
    <Card title={t("leave.title")}>
      <Stack gap={3}>
        {person.absences?.length === 0 && <p className="dim">{t("leave.none")}</p>}
        {person.absences?.map((one) => (
          <Stack gap={1} key={one.id}>
            <Row gap={2}>
              <strong>{one.kind_name}</strong>
              {one.now && <StatusBadge tone="warn">{t("leave.now")}</StatusBadge>}
            </Row>
            <p className={css.note}>
              {date(one.first_day)} – {date(one.last_day)}
              {one.ended_on && ` · ${t("leave.ended", { day: date(one.ended_on) })}`}
            </p>
            {one.note && <p className={css.note}>{one.note}</p>}
            {may && open(one) && (
              <Row>
                <Button onClick={() => void back(one)}>{t("leave.back")}</Button>
              </Row>
            )}
          </Stack>
        ))}
        {may && (
          <Row>
            <Button onClick={() => setEntering(true)}>{t("leave.verb")}</Button>
          </Row>
        )}
      </Stack>
      <Drawer open={entering} onClose={() => setEntering(false)} title={t("leave.verb")}>
        {entering && (
          <GoAway
            person={person}
            done={() => {
              setEntering(false);
              again();
              toast(t("saved"));
            }}
          />
        )}
      </Drawer>
    </Card>
  );
}

function GoAway({ person, done }: { person: PersonPage; done: () => void }) {
  const { t } = useTranslation("people");
  const { choices } = useCatalogue();
  const today = isoDay(now());
  const form = useForm({
    initial: {
      kind: null as string | null,
      first_day: today as string | null,
      last_day: today as string | null,
      note: "",
    },
    send: (values, key) => tell(`/people/${person.id}/absences`, values, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("leave.verb")}>
      <Stack gap={4}>
        <p className="dim">{t("leave.says")}</p>
        <SelectField label={t("leave.kind")} required options={choices("absence")} {...form.field("kind")} />
        <div className={css.two}>
          <DateField label={t("leave.first")} required {...form.field("first_day")} />
          <DateField label={t("leave.last")} required {...form.field("last_day")} />
        </div>
        <TextField label={t("leave.note")} hint={t("leave.noteHint")} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("leave.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

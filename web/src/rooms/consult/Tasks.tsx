// What case conferences gave me to do, and by when; said to be done with what came of it.
import { CheckCircle2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { byId, rowsOf } from "../../lib/onward";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Deadline,
  Form,
  FormActions,
  Modal,
  Onward,
  ProblemCard,
  Row,
  Stack,
  Submit,
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import css from "./consult.module.css";
import type { Tasks as All, Task } from "./shapes";
import { useAskAgain, useTasks } from "./useConsulted";

export function Tasks() {
  const { t } = useTranslation("consult");
  const [doing, setDoing] = useState<Task | null>(null);
  const list = useTasks();
  const tasks = rowsOf(list, (page) => page.tasks, byId) ?? [];
  if (list.error && !list.data) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (tasks.length === 0) return null;
  return (
    <Card title={t("tasks.title")} tone={tasks.some((one) => one.overdue) ? "danger" : "info"}>
      <Onward list={list} items={tasks} itemKey={byId} gap={4}>
        {(one) => (
          <div data-task={one.id}>
            <Row gap={2}>
              <Deadline due={one.due} />
              <span className={css.words}>{one.what}</span>
            </Row>
            <p className="dim">
              {one.may_open ? (
                <Link to={`/desk/disputes/${one.dispute}?tab=conference`}>
                  <Bidi>{one.number || one.kind_name}</Bidi>
                </Link>
              ) : (
                <Bidi>{one.number}</Bidi>
              )}{" "}
              · {one.kind_name} · {one.host_name}
            </p>
            <Button
              icon={<CheckCircle2 size={16} aria-hidden />}
              onClick={() => setDoing(one)}
              aria-label={`${t("tasks.done")} · ${one.what ?? ""}`}
            >
              {t("tasks.done")}
            </Button>
          </div>
        )}
      </Onward>
      <Modal open={doing !== null} onClose={() => setDoing(null)} title={t("tasks.done")}>
        {doing && <DoneForm task={doing} done={() => setDoing(null)} />}
      </Modal>
    </Card>
  );
}

function DoneForm({ task, done }: { task: Task; done: () => void }) {
  const { t } = useTranslation("consult");
  const again = useAskAgain();
  const form = useForm({
    initial: { outcome: "" },
    draft: `task ${task.id}`,
    send: (values, key) => tell<All>(`/tasks/${task.id}`, values, { verb: "PUT", key }),
    then: () => {
      again();
      toast(t("tasks.noted"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("tasks.done")}>
      <Stack gap={4}>
        <p className={css.words}>{task.what}</p>
        <TextAreaField label={t("tasks.outcome")} required rows={3} most={5000} {...form.field("outcome")} />
        <FormActions>
          <Submit form={form}>{t("tasks.done")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

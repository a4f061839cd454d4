import { Check, Minus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date, number } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Button,
  Card,
  Drawer,
  Facts,
  Form,
  FormActions,
  Modal,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { useAgain } from "./again";
import css from "./people.module.css";
import { Reason } from "./Reason";
import type { Grade, Grades, PersonPage } from "./shapes";

/** The grade held; its evidence for the bureau and the person concerned. */
export function HeldGrade({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const [open, setOpen] = useState(false);
  const mayLook = person.allowed.includes("see_evidence");
  if (!person.grade && !mayLook) return null;
  return (
    <Card
      title={t("grade.title")}
      actions={mayLook && <Button onClick={() => setOpen(true)}>{t("grade.evidence")}</Button>}
    >
      {person.grade ? (
        <Facts
          rows={[
            { name: t("grade.held"), value: person.grade.name },
            { name: t("grade.evaluator"), value: person.grade.evaluator_name },
            { name: t("grade.granted"), value: date(person.grade.granted_on) },
            { name: t("grade.until"), value: date(person.grade.valid_until) },
          ]}
        />
      ) : (
        <p className="dim">{t("grade.none")}</p>
      )}
      <Drawer open={open} onClose={() => setOpen(false)} title={t("grade.evidence")}>
        {open && <Evidence person={person} />}
      </Drawer>
    </Card>
  );
}

function Evidence({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const grades = useAsk<Grades>(`/people/${person.id}/grades`);
  const [granting, setGranting] = useState<Grade | null>(null);
  const [taking, setTaking] = useState(false);
  const again = useAgain();
  const done = () => {
    setGranting(null);
    setTaking(false);
    again();
    toast(t("saved"));
  };
  if (grades.error) return <ProblemCard error={grades.error} retry={() => void grades.refetch()} />;
  if (!grades.data) return <Skeleton count={8} />;
  const proposed = grades.data.grades.find((one) => one.grade === grades.data.proposed);
  const held = grades.data.granted.find((one) => one.held.id === person.grade?.id);
  return (
    <Stack gap={4}>
      <p className="dim">{t("grade.says")}</p>
      <p>
        <strong>{proposed ? t("grade.proposed", { grade: proposed.name }) : t("grade.noProposal")}</strong>
      </p>
      {grades.data.grades.map((one) => (
        <Card
          key={one.grade}
          level={3}
          title={one.name}
          actions={
            <Row>
              <StatusBadge tone={one.met ? "ok" : "neutral"}>{t(one.met ? "grade.met" : "grade.notMet")}</StatusBadge>
              {one.may_grant && (
                <Button
                  kind={one.met ? "primary" : "plain"}
                  aria-label={`${t("grade.grant")} · ${one.name}`}
                  onClick={() => setGranting(one)}
                >
                  {t("grade.grant")}
                </Button>
              )}
            </Row>
          }
        >
          <Stack gap={2}>
            <p className={css.note}>
              {t("grade.terms", { evaluator: one.evaluator_name, valid: one.valid_years, back: one.looks_back_years })}
            </p>
            <Criteria findings={one.findings} />
          </Stack>
        </Card>
      ))}
      {held && (
        <Card level={3} title={t("grade.asGranted", { grade: held.held.name, day: date(held.held.granted_on) })}>
          <Stack gap={2}>
            {held.reason && <p>{t("grade.because", { reason: held.reason })}</p>}
            <Criteria findings={held.findings} />
            {person.allowed.includes("grade") && (
              <Row>
                <Button kind="danger" onClick={() => setTaking(true)}>
                  {t("grade.takeBack")}
                </Button>
              </Row>
            )}
          </Stack>
        </Card>
      )}
      <Modal
        open={granting !== null}
        onClose={() => setGranting(null)}
        title={granting ? `${t("grade.grant")} · ${granting.name}` : ""}
      >
        {granting && <Grant person={person} grade={granting} done={done} />}
      </Modal>
      <Modal open={taking} onClose={() => setTaking(false)} title={t("grade.takeBack")}>
        {taking && person.grade && (
          <Reason
            says={t("grade.takeBackSays")}
            verb={t("grade.takeBack")}
            send={(reason, key) =>
              tell(`/people/${person.id}/grades/${person.grade?.id}/withdrawal`, { reason }, { key })
            }
            done={done}
          />
        )}
      </Modal>
    </Stack>
  );
}

/** Each criterion, met or not, with its number. */
function Criteria({ findings }: { findings: Grade["findings"] }) {
  const { t } = useTranslation("people");
  return (
    <ul className={css.criteria}>
      {findings.map((one) => (
        <li key={one.measure}>
          {one.met ? (
            <Check size={18} className={css.met} aria-hidden />
          ) : (
            <Minus size={18} className={css.notMet} aria-hidden />
          )}
          <span>
            {one.says} <span className="hidden-visually">{t(one.met ? "grade.met" : "grade.notMet")}</span>
          </span>
          <span className={css.value}>{number(one.value)}</span>
        </li>
      ))}
    </ul>
  );
}

function Grant({ person, grade, done }: { person: PersonPage; grade: Grade; done: () => void }) {
  const { t } = useTranslation("people");
  const form = useForm({
    initial: { reason: "" },
    send: (values, key) => tell(`/people/${person.id}/grades`, { grade: grade.grade, ...values }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("grade.grant")}>
      <Stack gap={4}>
        <p>{t(grade.met ? "grade.grantSays" : "grade.grantOtherwise", { years: grade.valid_years })}</p>
        {!grade.met && <TextField label={t("reason")} required {...form.field("reason")} />}
        <FormActions>
          <Submit form={form}>{t("grade.grant")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

// A party's own calendar, by the code of its receipt: what it is called to, what it owes and is
// owed. It says whether it comes; who cannot come asks for a time at which everybody else is free.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../lib/files";
import { clockTime, listed, longDate, money } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  Deadline,
  Form,
  FormActions,
  Modal,
  ProblemCard,
  RadioTiles,
  Row,
  Stack,
  StatusBadge,
  Submit,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import type { OwnMeeting, OwnPromise, Slot, OwnCalendar as Told } from "../calendar/shapes";
import { TailField } from "./TailField";

interface Props {
  code: string;
  /** Asked anew when the matter has moved. */
  stands: string;
}

export function OwnCalendar({ code, stands }: Props) {
  const { t, i18n } = useTranslation("matter");
  const queries = useQueryClient();
  const queryKey = ["own calendar", code, stands, i18n.language];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => tell<Told>("/my/calendar", { code }),
    refetchInterval: 60_000,
    retry: false,
  });
  const [answering, setAnswering] = useState<{ meeting: OwnMeeting; comes: boolean } | null>(null);
  const near = (data?.promises ?? []).filter((one) => one.reminder);
  if (error && !data)
    return (
      <Card title={t("calendar.title")}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Card>
    );
  if (!data || (data.meetings.length === 0 && near.length === 0)) return null;
  const keepCopy = async () => {
    try {
      const file = await tell<{ file_name: string; text: string }>("/my/calendar/file", { code });
      saveFile(file.file_name, file.text, "text/calendar");
    } catch (refused) {
      toastProblem(refused);
    }
  };
  return (
    <Card title={t("calendar.title")} tone="info">
      <Stack gap={4}>
        {data.meetings.length > 0 && (
          <ul>
            {data.meetings.map((one) => (
              <li key={one.session}>
                <Meeting meeting={one} answer={(comes) => setAnswering({ meeting: one, comes })} />
              </li>
            ))}
          </ul>
        )}
        {near.length > 0 && (
          <ul>
            {near.map((one) => (
              <li key={one.obligation}>
                <Near promise={one} />
              </li>
            ))}
          </ul>
        )}
        <Row>
          <Button icon={<Download size={18} aria-hidden />} onClick={() => void keepCopy()}>
            {t("calendar.keepCopy")}
          </Button>
        </Row>
        <p className="dim">{t("calendar.beijing")}</p>
      </Stack>
      <Modal
        open={answering !== null}
        onClose={() => setAnswering(null)}
        title={answering && t(answering.comes ? "calendar.comes" : "calendar.cannot")}
      >
        {answering && (
          <Say
            {...answering}
            code={code}
            done={(next) => {
              // A question that is still under way would answer with what was before.
              void queries.cancelQueries({ queryKey });
              queries.setQueryData(queryKey, next);
              setAnswering(null);
              toast(t("answer.done"));
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

const when = (from: string, to: string) => `${longDate(from)} ${clockTime(from)}–${clockTime(to)}`;

function Meeting({ meeting, answer }: { meeting: OwnMeeting; answer: (comes: boolean) => void }) {
  const { t } = useTranslation("matter");
  const said = () => {
    if (meeting.state === "cancelled")
      return (
        <p>
          <StatusBadge tone="neutral">{t("calendar.cancelled")}</StatusBadge> {meeting.cancelled_because}
        </p>
      );
    if (meeting.state === "held") return <StatusBadge tone="ok">{t("calendar.held")}</StatusBadge>;
    if (meeting.i_come === true) return <p>{t("calendar.saidComes")}</p>;
    if (meeting.i_come === false)
      return (
        <p>
          {t("calendar.saidWishes", {
            times: listed(meeting.my_wishes.map((at) => `${longDate(at)} ${clockTime(at)}`)),
          })}
        </p>
      );
    return null;
  };
  return (
    <Stack gap={1}>
      <p>
        <strong>
          <bdi>{when(meeting.from, meeting.to)}</bdi>
        </strong>{" "}
        · {t(`meetings.${meeting.by}`)}
        {meeting.place && (
          <>
            {" · "}
            <bdi>{meeting.place}</bdi>
          </>
        )}
        {meeting.address && (
          <>
            {" · "}
            <bdi>{meeting.address}</bdi>
          </>
        )}
      </p>
      <div aria-live="polite">{said()}</div>
      {meeting.may_answer && (
        <Row>
          {meeting.i_come !== true && (
            <Button kind="primary" onClick={() => answer(true)}>
              {t("calendar.comes")}
            </Button>
          )}
          <Button onClick={() => answer(false)}>{t("calendar.cannot")}</Button>
        </Row>
      )}
    </Stack>
  );
}

/** What falls due soon or is late; the whole list of what was agreed stands in its own card. */
function Near({ promise }: { promise: OwnPromise }) {
  const { t } = useTranslation("matter");
  return (
    <p>
      <StatusBadge tone={promise.overdue ? "danger" : "warn"}>{promise.reminder}</StatusBadge>{" "}
      {t(promise.mine ? "calendar.iOwe" : "calendar.owedToMe")} <bdi>{promise.what}</bdi>
      {promise.amount !== null && (
        <>
          {" · "}
          <strong>{money(promise.amount)}</strong>
        </>
      )}{" "}
      <Deadline due={promise.due} full />
    </p>
  );
}

interface SayProps {
  meeting: OwnMeeting;
  comes: boolean;
  code: string;
  done: (next: Told) => void;
}

function Say({ meeting, comes, code, done }: SayProps) {
  const { t } = useTranslation("matter");
  const form = useForm({
    initial: { wish: null as string | null, phone_tail: "" },
    at: (pointer) => pointer.replace(/^\//, "").replace(/^wishes.*$/, "wish"),
    send: (values, key) =>
      tell<Told>(
        "/my/meetings/answer",
        {
          code,
          phone_tail: values.phone_tail.trim(),
          session: meeting.session,
          comes,
          wishes: !comes && values.wish ? [values.wish] : [],
        },
        { key },
      ),
    then: done,
  });
  const verb = t(comes ? "calendar.comes" : "calendar.ask");
  return (
    <Form form={form} aria-label={verb}>
      <Stack gap={4}>
        <p>
          <bdi>{when(meeting.from, meeting.to)}</bdi>
        </p>
        {!comes && <Others code={code} meeting={meeting} refusals={form.refusals} field={form.field("wish")} />}
        <TailField {...form.field("phone_tail")} />
        <FormActions>
          <Submit form={form}>{verb}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface OthersProps {
  code: string;
  meeting: OwnMeeting;
  refusals: number;
  field: { id: string; value: string | null; onChange: (to: string | null) => void; error?: string };
}

/** Three times at which the mediator, the room and everybody else are free. */
function Others({ code, meeting, refusals, field }: OthersProps) {
  const { t, i18n } = useTranslation("matter");
  const { data, error, refetch } = useQuery({
    // What was offered may be gone: asked anew after a refusal.
    queryKey: ["own slots", code, meeting.session, refusals, i18n.language],
    queryFn: () => tell<{ slots: Slot[] }>("/my/meetings/slots", { code, session: meeting.session }),
    placeholderData: (before) => before,
    retry: false,
  });
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (data.slots.length === 0) return <p>{t("calendar.noOthers")}</p>;
  const options = data.slots.map((one) => ({ value: one.from, label: when(one.from, one.to) }));
  return (
    <RadioTiles {...field} label={t("calendar.others")} hint={t("calendar.othersHint")} required options={options} />
  );
}

// A party's own materials, by the code of its receipt: what it has brought, and bringing more. For
// whose eyes a paper is, is the party's choice, and nothing is chosen beforehand.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FilePlus2, FileText, Image, Mic, Undo2 } from "lucide-react";
import { type RefObject, useEffect, useImperativeHandle, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, fileSize } from "../../lib/fmt";
import { tell, tellBytes } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Drawer,
  Form,
  FormActions,
  Modal,
  ProblemCard,
  RadioTiles,
  Row,
  SelectField,
  Skeleton,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { Chooser } from "./Chooser";
import { Look } from "./Look";
import { unready, useLeaving } from "./leaving";
import { calledPaper, Eyes } from "./naming";
import css from "./papers.module.css";
import { type Queue, useQueue } from "./queue";
import type { MyPapers as Mine, Paper, PaperKind } from "./shapes";

const listKey = (code: string, language: string) => ["my papers", code, language];

export function MyPapers({ code }: { code: string }) {
  const { t, i18n } = useTranslation("papers");
  const [adding, setAdding] = useState(false);
  const { held, leave } = useLeaving(() => setAdding(false));
  const [seen, setSeen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: listKey(code, i18n.language),
    queryFn: () => tell<Mine>("/my/papers/list", { code }),
    retry: false,
  });
  const chosen = data?.papers.find((one) => one.id === seen);
  return (
    <Card title={t("mine.title")}>
      <Stack gap={3}>
        <p className="dim">{t("mine.says")}</p>
        {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
        {!data && !error && <Skeleton shape="rows" count={1} />}
        {data && data.papers.length > 0 && (
          <ul className={css.chosen} aria-label={t("mine.title")}>
            {data.papers.map((one) => (
              <Line key={one.id} paper={one} code={code} open={() => setSeen(one.id)} />
            ))}
          </ul>
        )}
        {data?.may_add && (
          <Row>
            <Button icon={<FilePlus2 size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t("mine.verb")}
            </Button>
          </Row>
        )}
      </Stack>
      <Drawer open={adding} onClose={leave} title={t("mine.verb")} size="lg">
        {adding && <Bring code={code} held={held} onClose={() => setAdding(false)} />}
      </Drawer>
      <Modal
        open={chosen !== undefined}
        onClose={() => setSeen(null)}
        title={chosen && <Bidi>{calledPaper(chosen)}</Bidi>}
        size="xl"
      >
        {chosen && <One key={chosen.id} paper={chosen} code={code} onClose={() => setSeen(null)} />}
      </Modal>
    </Card>
  );
}

/** Bytes that are asked for with the code in the body, as an address on this page. */
function useBytes(path: string, code: string, wanted = true): { url: string | undefined; error: unknown } {
  const { data: blob, error } = useQuery({
    queryKey: ["my bytes", path, code],
    queryFn: () => tellBytes(path, { code }),
    enabled: wanted,
    staleTime: 600_000,
    retry: false,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return { url, error };
}

function Line({ paper, code, open }: { paper: Paper; code: string; open: () => void }) {
  const { t } = useTranslation("papers");
  const { url } = useBytes(`/my/papers/${paper.id}/thumbnail`, code, paper.thumbnail);
  const Icon = paper.type.startsWith("audio/") ? Mic : paper.type.startsWith("image/") ? Image : FileText;
  return (
    <li className={css.item}>
      {url ? <img className={css.tiny} src={url} alt="" /> : <Icon size={28} aria-hidden />}
      <div className={css.itemWords}>
        <strong>
          <bdi>{calledPaper(paper)}</bdi>
        </strong>
        <div className="dim">
          {paper.kind_name} · {fileSize(paper.size)} · {dateTime(paper.added_at)}
        </div>
        <Row gap={1}>
          <Eyes paper={paper} />
          {paper.withdrawn_at && <span>{t("withdrawn.mine")}</span>}
        </Row>
      </div>
      {paper.whole && (
        <Button kind="quiet" onClick={open} aria-label={t("look", { name: calledPaper(paper) })}>
          {t("lookVerb")}
        </Button>
      )}
    </li>
  );
}

function One({ paper, code, onClose }: { paper: Paper; code: string; onClose: () => void }) {
  const { t, i18n } = useTranslation("papers");
  const { url, error } = useBytes(`/my/papers/${paper.id}/content`, code);
  const [leaving, setLeaving] = useState(false);
  const queries = useQueryClient();
  const form = useForm({
    initial: { phone_tail: "" },
    send: ({ phone_tail }, key) =>
      tell<Paper>(`/my/papers/${paper.id}/withdrawal`, { code, phone_tail: phone_tail.trim(), note: "" }, { key }),
    then: () => {
      void queries.invalidateQueries({ queryKey: listKey(code, i18n.language) });
      toast(t("withdraw.done"));
      onClose();
    },
  });
  return (
    <Stack gap={4}>
      {error ? (
        <ProblemCard error={error} />
      ) : url ? (
        <Look paper={paper} src={url} name={calledPaper(paper)} />
      ) : (
        <Skeleton />
      )}
      {!paper.withdrawn_at && !leaving && (
        <Row>
          <Button kind="danger" icon={<Undo2 size={18} aria-hidden />} onClick={() => setLeaving(true)}>
            {t("mine.takeBack")}
          </Button>
        </Row>
      )}
      {leaving && (
        <Form form={form} aria-label={t("mine.takeBack")}>
          <Stack gap={3}>
            <p>{t("withdraw.says")}</p>
            <Tail field={form.field("phone_tail")} />
            <FormActions>
              <Submit form={form}>{t("mine.takeBack")}</Submit>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Stack>
  );
}

function Tail({ field }: { field: { id: string; value: string; onChange: (to: string) => void; error?: string } }) {
  const { t } = useTranslation("papers");
  return (
    <TextField label={t("mine.tail")} hint={t("mine.tailHint")} required inputMode="numeric" maxLength={4} {...field} />
  );
}

const kinds: PaperKind[] = ["evidence", "place_photo", "voice_note", "identity_proof", "performance_evidence", "other"];

interface BringProps {
  code: string;
  onClose: () => void;
  held: RefObject<Queue | null>;
}

function Bring({ code, onClose, held }: BringProps) {
  const { t, i18n } = useTranslation("papers");
  const { word } = useCatalogue();
  const queries = useQueryClient();
  const queue = useQueue(() => void queries.invalidateQueries({ queryKey: listKey(code, i18n.language) }));
  useImperativeHandle(held, () => queue);
  const [left, setLeft] = useState(false);
  const form = useForm({
    initial: { kind: "evidence" as string | null, visibility: null as string | null, title: "", phone_tail: "" },
    check: ({ visibility, phone_tail }) => [
      ...unready(queue, t),
      ...(visibility === null ? [{ at: "/visibility", code: "missing", detail: t("mine.chooseEyes") }] : []),
      ...(phone_tail.trim().length !== 4 ? [{ at: "/phone_tail", code: "missing", detail: t("mine.tailHint") }] : []),
    ],
    send: ({ kind, visibility, title, phone_tail }) =>
      queue.send("/my/papers", () => ({ code, phone_tail: phone_tail.trim(), kind, visibility, title: title.trim() })),
    then: (all) => {
      setLeft(!all);
      if (!all) return;
      toast(t("add.done"));
      onClose();
    },
  });
  return (
    <Form form={form} aria-label={t("mine.verb")}>
      <Stack gap={4}>
        <Chooser queue={queue} />
        <SelectField
          label={t("add.kind")}
          required
          options={kinds.map((one) => ({ value: one, label: word("paper_kind", one) }))}
          {...form.field("kind")}
        />
        <TextField label={t("add.what")} hint={t("add.whatHint")} maxLength={200} {...form.field("title")} />
        <RadioTiles
          label={t("mine.eyes")}
          required
          options={[
            { value: "side", label: t("mine.side") },
            { value: "file", label: t("mine.file") },
          ]}
          {...form.field("visibility")}
        />
        <Tail field={form.field("phone_tail")} />
        {left && !queue.busy && (
          <p role="status">
            <strong>{t("add.left")}</strong>
          </p>
        )}
        <FormActions>
          {queue.busy ? (
            <Button onClick={queue.cancel}>{t("add.cancel")}</Button>
          ) : (
            <Submit form={form}>{t(left ? "add.again" : "add.send")}</Submit>
          )}
        </FormActions>
      </Stack>
    </Form>
  );
}

// One paper of a file: what it shows or says, what is known of it, and what may be done with it.
import { Download, Eraser, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, fileSize } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  CheckField,
  Facts,
  Form,
  FormActions,
  Modal,
  Row,
  SelectField,
  Stack,
  Submit,
  TextField,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import { useOrganisations } from "../dispute/api";
import { running } from "../dispute/calls";
import type { FileView } from "../dispute/types";
import { usePartyName } from "../dispute/words";
import { nameIn, useCatalogue } from "../shared/catalogue";
import { Look } from "./Look";
import { usePapersChanged } from "./list";
import { calledPaper } from "./naming";
import css from "./papers.module.css";
import type { Paper } from "./shapes";

interface Props {
  file: FileView;
  paper: Paper;
  mayChange: boolean;
  mayErase: boolean;
  onClose: () => void;
}

export function Viewer({ file, paper, mayChange, mayErase, onClose }: Props) {
  const { t } = useTranslation("papers");
  const [doing, setDoing] = useState<"withdraw" | "erase" | null>(null);
  const src = `/api/disputes/${file.id}/papers/${paper.id}/content`;
  const name = calledPaper(paper);
  const changing = mayChange && !paper.withdrawn_at;
  return (
    <Modal open onClose={onClose} title={<Bidi>{name}</Bidi>} size="xl">
      <Stack gap={4}>
        {paper.whole && <Look paper={paper} src={src} name={name} />}
        <About paper={paper} file={file} />
        {changing && paper.visibility === "file" && <ShownTo paper={paper} file={file} />}
        {doing === "withdraw" && <Leave paper={paper} dispute={file.id} onDone={onClose} />}
        {doing === "erase" && <Erase paper={paper} dispute={file.id} onDone={onClose} />}
        {doing === null && (
          <Row gap={2}>
            {paper.whole && !paper.active && (
              <Button icon={<Download size={18} aria-hidden />} file={`${src}?download=true`}>
                {t("download")}
              </Button>
            )}
            {changing && (
              <Button kind="danger" icon={<Undo2 size={18} aria-hidden />} onClick={() => setDoing("withdraw")}>
                {t("withdraw.verb")}
              </Button>
            )}
            {mayErase && paper.withdrawn_at && paper.whole && (
              <Button kind="danger" icon={<Eraser size={18} aria-hidden />} onClick={() => setDoing("erase")}>
                {t("erase.verb")}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Modal>
  );
}

function About({ paper, file }: { paper: Paper; file: FileView }) {
  const { t } = useTranslation("papers");
  const { word } = useCatalogue();
  const nameOf = usePartyName(file);
  return (
    <Facts
      rows={[
        { name: t("add.kind"), value: paper.kind_name },
        { name: t("add.eyes"), value: paper.visibility_name },
        { name: t("add.party"), value: paper.party && nameOf(paper.party) },
        {
          name: t("about.added"),
          value: [dateTime(paper.added_at), paper.by_party ? t("byParty") : paper.added_by_name]
            .filter(Boolean)
            .join(" · "),
        },
        { name: t("about.file"), value: paper.file_name && <Bidi>{paper.file_name}</Bidi> },
        { name: t("about.what"), value: `${word("paper_media", paper.media)} · ${fileSize(paper.size)}` },
        { name: t("about.hash"), value: paper.sha256 && <code className={css.hash}>{paper.sha256}</code> },
        {
          name: t("about.original"),
          value: paper.original_sha256 && (
            <>
              <code className={css.hash}>{paper.original_sha256}</code>{" "}
              <span className="dim">{t("about.originalHint")}</span>
            </>
          ),
        },
        {
          name: t("withdrawn.why"),
          value:
            paper.withdrawn_at &&
            [paper.withdrawal_name, paper.withdrawal_note, dateTime(paper.withdrawn_at)].filter(Boolean).join(" · "),
        },
        { name: t("erased"), value: paper.erased_at && dateTime(paper.erased_at) },
      ]}
    />
  );
}

/** Departments that were called see what they are shown, and nothing else of the file. */
function ShownTo({ paper, file }: { paper: Paper; file: FileView }) {
  const { t, i18n } = useTranslation("papers");
  const refresh = usePapersChanged(file.id);
  const { data: organisations } = useOrganisations();
  const nameOf = (organisation: string) => {
    const known = organisations?.find((one) => one.id === organisation);
    return known ? nameIn(known, i18n.language) : t("shown.department");
  };
  const calls = running(file.dispute);
  if (calls.length === 0) return null;
  const show = async (call: string, wanted: boolean) => {
    try {
      await tell(`/disputes/${file.id}/papers/${paper.id}/calls/${call}`, null, { verb: wanted ? "PUT" : "DELETE" });
      refresh();
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <fieldset className={css.shown}>
      <legend>{t("shown.title")}</legend>
      {calls.map((call) => (
        <CheckField
          key={call.id}
          label={nameOf(call.organisation)}
          value={paper.shown.includes(call.id)}
          onChange={(wanted) => void show(call.id, wanted)}
        />
      ))}
    </fieldset>
  );
}

function Leave({ paper, dispute, onDone }: { paper: Paper; dispute: string; onDone: () => void }) {
  const { t } = useTranslation("papers");
  const { words } = useCatalogue();
  const refresh = usePapersChanged(dispute);
  const form = useForm({
    initial: { why: null as string | null, note: "" },
    send: (values) =>
      tell<Paper>(
        `/disputes/${dispute}/papers/${paper.id}/withdrawal`,
        { ...values, note: values.note.trim() },
        { verb: "PUT" },
      ),
    then: () => {
      refresh();
      toast(t("withdraw.done"));
      onDone();
    },
  });
  return (
    <Form form={form} aria-label={t("withdraw.verb")}>
      <Stack gap={3}>
        <p>{t("withdraw.says")}</p>
        <SelectField label={t("withdraw.why")} required options={words("paper_withdrawal")} {...form.field("why")} />
        <TextField label={t("withdraw.note")} maxLength={200} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("withdraw.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** The law demands it (Personal Information Protection Law, art. 47); the pages of the ledger stay. */
function Erase({ paper, dispute, onDone }: { paper: Paper; dispute: string; onDone: () => void }) {
  const { t } = useTranslation("papers");
  const refresh = usePapersChanged(dispute);
  const form = useForm({
    initial: {},
    send: () => tell<Paper>(`/disputes/${dispute}/papers/${paper.id}/erasure`, { statute: "PIPL-47" }, { verb: "PUT" }),
    then: () => {
      refresh();
      toast(t("erase.done"));
      onDone();
    },
  });
  return (
    <Form form={form} aria-label={t("erase.verb")}>
      <Stack gap={3}>
        <p>{t("erase.says")}</p>
        <FormActions>
          <Submit form={form}>{t("erase.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

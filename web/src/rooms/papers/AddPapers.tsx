// Adding to a file: what it is, for whose eyes, what it hangs on, and the files themselves. What was
// typed stays when one of them does not arrive; those that did are not sent twice.
import { type RefObject, useImperativeHandle, useState } from "react";
import { useTranslation } from "react-i18next";
import { beside, dateTime } from "../../lib/fmt";
import {
  Button,
  Drawer,
  Form,
  FormActions,
  RadioTiles,
  SelectField,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import type { FileView } from "../dispute/types";
import { usePartyName } from "../dispute/words";
import { useCatalogue } from "../shared/catalogue";
import { Chooser } from "./Chooser";
import { unready, useLeaving } from "./leaving";
import { usePapersChanged } from "./list";
import { type Queue, useQueue } from "./queue";
import type { PaperKind, Visibility } from "./shapes";

/** "session:06AF…": what a paper is to hang on, as the address of the page says it. */
export function hangsOn(about: string): { session?: string; obligation?: string; agreement?: string } {
  const [what, key] = about.split(":");
  return key && (what === "session" || what === "obligation" || what === "agreement") ? { [what]: key } : {};
}

const kinds: PaperKind[] = [
  "evidence",
  "place_photo",
  "voice_note",
  "identity_proof",
  "signed_paper",
  "performance_evidence",
  "other",
];

function kindFor(about: string): PaperKind {
  const { obligation, agreement } = hangsOn(about);
  return agreement ? "signed_paper" : obligation ? "performance_evidence" : "evidence";
}

interface Props {
  file: FileView;
  /** What it hangs on: "" for the dispute alone. */
  about: string;
  open: boolean;
  onClose: () => void;
  maySide: boolean;
}

export function AddPapers(props: Props) {
  const { t } = useTranslation("papers");
  const { held, leave } = useLeaving(props.onClose);
  return (
    <Drawer open={props.open} onClose={leave} title={t("add.title")} size="lg">
      {props.open && <Adding key={props.about} held={held} {...props} />}
    </Drawer>
  );
}

function Adding({ file, about, onClose, maySide, held }: Props & { held: RefObject<Queue | null> }) {
  const { t } = useTranslation("papers");
  const { word, words } = useCatalogue();
  const nameOf = usePartyName(file);
  const path = `/disputes/${file.id}/papers`;
  const queue = useQueue(usePapersChanged(file.id));
  useImperativeHandle(held, () => queue);
  const [left, setLeft] = useState(false);
  const isSigned = (kind: string | null) => kind === "signed_paper" || hangsOn(about).agreement !== undefined;
  const form = useForm({
    initial: {
      kind: kindFor(about) as string | null,
      visibility: "file" as Visibility,
      party: null as string | null,
      title: "",
    },
    check: () => unready(queue, t),
    send: ({ kind, party, title, ...chosen }) => {
      // The choice of eyes is not shown for what is signed, and what was chosen before is not meant.
      const visibility = isSigned(kind) ? "file" : chosen.visibility;
      return queue.send(path, () => ({ kind, visibility, party, title: title.trim(), ...hangsOn(about) }));
    },
    then: (all) => {
      setLeft(!all);
      if (!all) return;
      toast(t("add.done"));
      onClose();
    },
  });
  const signed = isSigned(form.values.kind);
  const side = !signed && form.values.visibility === "side";
  const choices = words("paper_visibility").filter((one) => one.value !== "side" || maySide);
  return (
    <Form form={form} aria-label={t("add.title")}>
      <Stack gap={4}>
        <Hanging file={file} about={about} />
        <Chooser queue={queue} />
        <SelectField
          label={t("add.kind")}
          required
          options={kinds.map((one) => ({ value: one, label: word("paper_kind", one) }))}
          {...form.field("kind")}
        />
        <TextField label={t("add.what")} hint={t("add.whatHint")} maxLength={200} {...form.field("title")} />
        {signed ? (
          <p className="dim">{t("add.signedIsOpen")}</p>
        ) : (
          <RadioTiles
            label={t("add.eyes")}
            required
            options={choices}
            {...form.field("visibility")}
            onChange={(to) => form.set({ visibility: to as Visibility })}
          />
        )}
        <SelectField
          label={t("add.party")}
          hint={side ? t("add.sideHint") : t("add.partyHint")}
          required={side}
          options={file.dispute.parties.map((one) => ({ value: one.id, label: nameOf(one.id) }))}
          {...form.field("party")}
        />
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

/** "To the record of 20 November …": so that nobody wonders where it goes. */
function Hanging({ file, about }: { file: FileView; about: string }) {
  const { t } = useTranslation("papers");
  const { word } = useCatalogue();
  const to = hangsOn(about);
  const session = file.dispute.sessions.find((one) => one.id === to.session);
  const agreement = file.dispute.agreements.find((one) => one.id === to.agreement);
  const promise = file.dispute.agreements.flatMap((one) => one.obligations).find((one) => one.id === to.obligation);
  const when = session?.held_at ?? session?.planned_for;
  const what =
    (session && beside(word("session_kind", session.kind), when ? dateTime(when) : "")) ||
    (agreement && (agreement.number || t("hangs.agreement"))) ||
    promise?.what;
  if (!what) return null;
  return <p>{t("hangs.to", { what })}</p>;
}

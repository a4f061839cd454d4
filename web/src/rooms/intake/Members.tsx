import { ClipboardPaste, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { money } from "../../lib/fmt";
import {
  Button,
  Card,
  CheckField,
  IconButton,
  Modal,
  MoneyField,
  PhoneField,
  Row,
  Stack,
  TextAreaField,
  TextField,
} from "../../ui";
import css from "./intake.module.css";
import { membersIn } from "./members";
import type { RequestDoor } from "./request";

/** The members of a group: one to five of them represent it, who signs must be authorised. */
export function Members({ door, index }: { door: RequestDoor; index: number }) {
  const { t } = useTranslation("intake");
  const [pasting, setPasting] = useState(false);
  const path = `parties.${index}.members`;
  const members = door.values.parties[index]?.members ?? [];
  const whole = door.field<unknown>(path);
  const claimed = members.reduce((sum, one) => sum + (one.claim ?? 0), 0);
  return (
    <Card
      level={3}
      title={t("members.title", { count: members.length })}
      actions={claimed > 0 && <span className="dim">{t("members.claimed", { sum: money(claimed) })}</span>}
    >
      <Stack gap={2}>
        <p className="dim">{t("members.says")}</p>
        {whole.error && (
          <p id={whole.id} tabIndex={-1} style={{ color: "var(--danger)" }}>
            {whole.error}
          </p>
        )}
        {members.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the member's name in the form
          <div key={at} className={css.member}>
            <TextField label={t("members.name")} required {...door.field<string>(`${path}.${at}.name`)} />
            <PhoneField label={t("members.phone")} {...door.field<string>(`${path}.${at}.phone`)} />
            <MoneyField label={t("members.claim")} {...door.field<number | null>(`${path}.${at}.claim`)} />
            <div className={css.marks}>
              <CheckField
                label={t("members.representative")}
                {...door.field<boolean>(`${path}.${at}.representative`)}
              />
              <CheckField label={t("members.authorised")} {...door.field<boolean>(`${path}.${at}.authorised`)} />
              <IconButton
                label={t("members.remove", { nth: at + 1 })}
                icon={<X size={18} />}
                onClick={() => door.remove(path, at)}
              />
            </div>
          </div>
        ))}
        <Row>
          <Button
            icon={<Plus size={18} aria-hidden />}
            onClick={() =>
              door.add(path, { name: "", phone: "", claim: null, representative: false, authorised: false })
            }
          >
            {t("members.add")}
          </Button>
          <Button icon={<ClipboardPaste size={18} aria-hidden />} onClick={() => setPasting(true)}>
            {t("members.paste")}
          </Button>
        </Row>
      </Stack>
      <Modal open={pasting} onClose={() => setPasting(false)} title={t("members.paste")} size="lg">
        <Paste
          done={(list) => {
            for (const one of list) door.add(path, one);
            setPasting(false);
          }}
        />
      </Modal>
    </Card>
  );
}

function Paste({ done }: { done: (members: ReturnType<typeof membersIn>) => void }) {
  const { t } = useTranslation("intake");
  const [text, setText] = useState("");
  const found = membersIn(text);
  const fromFile = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <Stack gap={4}>
      <TextAreaField
        label={t("members.pasteLabel")}
        hint={t("members.pasteHint")}
        rows={8}
        value={text}
        onChange={setText}
      />
      <label>
        {t("members.file")}{" "}
        <input
          type="file"
          accept=".txt,.csv,text/plain,text/csv"
          onChange={(event) => void fromFile(event.currentTarget.files?.[0])}
        />
      </label>
      <Row>
        <Button kind="primary" disabled={found.length === 0} onClick={() => done(found)}>
          {t("members.take", { count: found.length })}
        </Button>
      </Row>
    </Stack>
  );
}

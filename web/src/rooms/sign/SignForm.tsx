import { PenLine } from "lucide-react";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { problemOf } from "../../problem";
import {
  Button,
  Card,
  CheckField,
  Form,
  FormActions,
  Modal,
  RadioTiles,
  Stack,
  Submit,
  TextAreaField,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { SignaturePad } from "./SignaturePad";
import type { Door, SigningPage, SignsAs } from "./shapes";
import { type Strokes, written } from "./strokes";

interface SignFormProps {
  page: SigningPage;
  door: Door;
  then: (next: SigningPage) => void;
  /** The text is another one by now: it has to be read again. */
  onChanged: () => void;
  /** Why the signer does not agree, as far as it was written. */
  reason: RefObject<string>;
}

interface SignValues {
  agrees: boolean;
  as: SignsAs | null;
  strokes: Strokes;
  name: string;
  phone_tail: string;
}

const gone = new Set([
  "signing.text_changed",
  "signing.used",
  "signing.revoked",
  "signing.expired",
  "signing.settled",
  "agreement.effective",
]);

/** Sends; whatever says that the text is another one, or the link used up, leads to reading again. */
async function sent(path: string, body: object, key: string, onChanged: () => void): Promise<SigningPage> {
  try {
    return await tell<SigningPage>(path, body, { key });
  } catch (error) {
    if (gone.has(problemOf(error).code)) onChanged();
    throw error;
  }
}

/** Drawn or typed: one is as good as the other. */
export function SignForm({ page, door, then, onChanged, reason }: SignFormProps) {
  const { t } = useTranslation("sign");
  const [declining, setDeclining] = useState(false);
  const form = useForm<SignValues, SigningPage>({
    initial: { agrees: false, as: page.signs_as[0]?.as ?? null, strokes: [], name: "", phone_tail: "" },
    send: ({ agrees, as, strokes, name, phone_tail }, key) => {
      const body = {
        ...door,
        text: page.text,
        agrees,
        ...(as ? { as } : {}),
        ...(strokes.length > 0 ? { strokes: written(strokes) } : {}),
        ...(name.trim() ? { name: name.trim() } : {}),
        ...(phone_tail.trim() ? { phone_tail: phone_tail.trim() } : {}),
      };
      return sent("/signing/signature", body, key, onChanged);
    },
    then: (next) => {
      scrollTo({ top: 0 });
      toast(t("signed"));
      then(next);
    },
  });
  const as = page.signs_as.find((one) => one.as === form.values.as) ?? page.signs_as[0];
  const asField = form.field("as");
  return (
    <Card title={t("sign")} tone="brand">
      <Form form={form} aria-label={t("sign")}>
        <Stack gap={4}>
          <p>{t("signsFor", { name: page.my_name })}</p>
          {page.signs_as.length > 1 && (
            <RadioTiles
              {...asField}
              label={t("as")}
              required
              onChange={(one) => form.set({ as: one as SignsAs })}
              options={page.signs_as.map((one) => ({ value: one.as, label: `${one.as_name} ${one.name}`.trim() }))}
            />
          )}
          {page.signs_as.length === 1 && as && as.as !== "self" && (
            <p>
              {as.as_name} <bdi>{as.name}</bdi>
            </p>
          )}
          <SignaturePad {...form.field("strokes")} />
          <TextField
            label={t("type")}
            hint={t("typeHint")}
            autoComplete="name"
            maxLength={60}
            {...form.field("name")}
          />
          {page.wants_digits && (
            <TextField
              label={t("digits")}
              hint={t("digitsHint")}
              required
              inputMode="numeric"
              maxLength={4}
              {...form.field("phone_tail")}
            />
          )}
          <CheckField {...form.field("agrees")} label={t("agrees")} required />
          <p className="dim">{t("confirmation")}</p>
          <FormActions>
            <Submit form={form} icon={<PenLine size={18} aria-hidden />}>
              {t("sign")}
            </Submit>
            <Button kind="danger" onClick={() => setDeclining(true)}>
              {t("decline.verb")}
            </Button>
          </FormActions>
        </Stack>
      </Form>
      <Modal open={declining} onClose={() => setDeclining(false)} title={t("decline.verb")}>
        {declining && <Decline page={page} door={door} then={then} onChanged={onChanged} reason={reason} />}
      </Modal>
    </Card>
  );
}

/** "I do not agree": back to the mediator, with a reason. */
function Decline({ page, door, then, onChanged, reason: typed }: SignFormProps) {
  const { t } = useTranslation("sign");
  const form = useForm({
    initial: { reason: typed.current, phone_tail: "" },
    send: ({ reason, phone_tail }, key) =>
      sent(
        "/signing/refusal",
        { ...door, text: page.text, reason, ...(phone_tail.trim() ? { phone_tail: phone_tail.trim() } : {}) },
        key,
        onChanged,
      ),
    then: (next: SigningPage) => {
      scrollTo({ top: 0 });
      then(next);
    },
  });
  typed.current = form.values.reason;
  return (
    <Form form={form} aria-label={t("decline.verb")}>
      <Stack gap={4}>
        <p>{t("decline.says")}</p>
        <TextAreaField label={t("decline.reason")} required rows={4} {...form.field("reason")} />
        {page.wants_digits && (
          <TextField
            label={t("digits")}
            hint={t("digitsHint")}
            required
            inputMode="numeric"
            maxLength={4}
            {...form.field("phone_tail")}
          />
        )}
        <FormActions>
          <Submit form={form}>{t("decline.send")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

// The promises of an agreement, row by row: who owes whom what, how, how much, by when.
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { now } from "../../../lib/clock";
import { isoDay } from "../../../lib/fmt";
import {
  Button,
  Card,
  DateField,
  type FieldProps,
  Grid,
  MoneyField,
  SelectField,
  Stack,
  TextAreaField,
  TextField,
} from "../../../ui";
import css from "../dispute.module.css";
import { firstDue, split } from "../instalments";
import { type GroupShares, sharesBody, sharesStart } from "../shares";
import type { Agreement, FileView } from "../types";
import { openDraft, usePartyName, useWords } from "../words";
import type { BoxProps, Values } from "./plan";
import { directionOf, type SecondText, secondStart } from "./SecondBox";
import { SplitBox } from "./SplitBox";

interface Promised {
  from: string | null;
  to: string | null;
  what: string;
  manner: string | null;
  amount: number | null;
  due: string | null;
  account?: string;
  nature?: string | null;
  second?: string;
  /** The end of the account that the draft had: the whole number is shown to nobody. */
  before?: string | null;
  /** The promise of the draft whose account stays, where none is typed. */
  account_of?: string;
}

/** The form of the open draft, to be changed; or nothing, to begin one. */
export function agreementStart(file: FileView, draft?: Agreement): Values {
  if (!draft) return { facts: file.dispute.facts ?? "", second: null, issues: [], shares: [] };
  return {
    parties: draft.parties,
    facts: draft.facts ?? "",
    terms: draft.terms ?? "",
    breach: draft.breach ?? "",
    copies: draft.copies,
    partial: !draft.ends_dispute,
    third_parties: draft.third_parties,
    asks_confirmation: draft.asks_confirmation,
    second: secondStart(draft),
    issues: draft.issues,
    shares: sharesStart(draft),
    obligations: draft.obligations.map(({ id, from, to, what, manner, amount, due, account, nature, second }) => ({
      from,
      to,
      what: what ?? "",
      manner,
      amount,
      due,
      account: "",
      second: second ?? "",
      before: account,
      ...(account ? { account_of: id } : {}),
      nature: nature || null,
    })),
  };
}

export function agreementBody(values: Values): Values {
  const { parties, facts, terms, breach, copies, partial, third_parties, asks_confirmation, second } = values;
  const obligations = (values.obligations as Promised[]).map(
    ({ before: _shown, account, account_of, nature, second: other, ...one }) => ({
      ...one,
      ...(one.manner === "transfer" ? { account } : {}),
      ...(one.manner === "transfer" && !account && account_of ? { account_of } : {}),
      ...(nature ? { nature } : {}),
      ...(second ? { second: other } : {}),
    }),
  );
  const shares = sharesBody((values.shares as GroupShares[] | undefined) ?? [], (parties as string[]) ?? []);
  return {
    ...{ parties, facts, terms, breach, copies, third_parties, asks_confirmation, obligations },
    ...(second ? { second } : {}),
    ...(shares.length > 0 ? { shares } : {}),
    // Not ticked it is left to the server, which knows whether somebody is left out.
    ...(partial ? { partial, issues: values.issues ?? [] } : {}),
  };
}

export function AgreementBox({ name, form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const rows = form.values[name] as Promised[];
  const chosen = form.values.parties as string[];
  const [first, second] = chosen;
  const add = () => {
    const debtor =
      file.dispute.parties.find((one) => one.side === "respondent" && chosen.includes(one.id))?.id ?? second;
    const creditor =
      file.dispute.parties.find((one) => one.side === "applicant" && chosen.includes(one.id))?.id ?? first;
    form.add(name, {
      from: debtor ?? null,
      to: creditor ?? null,
      what: "",
      manner: "transfer",
      amount: null,
      due: null,
      account: "",
      nature: null,
    });
  };
  return (
    <fieldset className={css.ticks}>
      <legend>{t("field.obligations")}</legend>
      <Stack gap={3}>
        {rows.map((_row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no name of their own
          <PromiseRow key={index} at={`${name}.${index}`} index={index} form={form} file={file} list={name} />
        ))}
        <div>
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
            {t("addPromise")}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

interface RowProps extends Pick<BoxProps, "form" | "file"> {
  at: string;
  index: number;
  list: string;
}

function PromiseRow({ at, index, form, file, list }: RowProps) {
  const { t } = useTranslation("dispute");
  const { enumeration, choices } = useWords();
  const nameOf = usePartyName(file);
  const chosen = form.values.parties as string[];
  const options = chosen.map((id) => ({ value: id, label: nameOf(id) }));
  const field = <T,>(name: string) => form.field(`${at}.${name}`) as FieldProps<T>;
  const row = (form.values[list] as Promised[])[index]!;
  const second = form.values.second as SecondText | null | undefined;
  const paid = row.manner === "transfer" || row.manner === "cash";
  const before = openDraft(file)?.obligations.map((one) => one.due) ?? [];
  const least = firstDue(isoDay(form.values.happened_at ?? now()), row.due, before);
  const inParts = (parts: number, first: string) =>
    form.set((before) => ({
      [list]: (before[list] as Promised[]).flatMap((one, at) => (at === index ? split(one, parts, first) : [one])),
    }));
  const remove = (
    <Button kind="quiet" icon={<Trash2 size={16} aria-hidden />} onClick={() => form.remove(list, index)}>
      {t("remove")}
    </Button>
  );
  return (
    <div data-promise>
      <Card title={t("promiseNumber", { number: index + 1 })} level={3} actions={remove}>
        <Stack gap={3}>
          <Grid least={180}>
            <SelectField {...field<string | null>("from")} label={t("field.from")} required options={options} />
            <SelectField {...field<string | null>("to")} label={t("field.to")} required options={options} />
          </Grid>
          <TextAreaField {...field<string>("what")} label={t("field.what")} required rows={2} />
          {second && (
            <div dir={directionOf(second.language)}>
              <TextAreaField
                {...field<string>("second")}
                label={t("second.what")}
                required
                rows={2}
                lang={second.language}
              />
            </div>
          )}
          <Grid least={180}>
            <SelectField
              {...field<string | null>("manner")}
              label={t("field.manner")}
              required
              options={enumeration("manner")}
            />
            <MoneyField {...field<number | null>("amount")} label={t("field.amount")} capital />
            <DateField {...field<string | null>("due")} label={t("field.due")} required min={least} />
          </Grid>
          {paid && row.amount !== null && row.amount > 1 && (
            <SplitBox amount={row.amount} due={row.due} least={least} split={inParts} />
          )}
          <SelectField
            {...field<string | null>("nature")}
            label={t("field.nature")}
            hint={t("hint.nature")}
            options={choices("promise_nature")}
          />
          {row.manner === "transfer" && (
            <TextField
              {...field<string>("account")}
              label={t("field.account")}
              hint={row.before ? t("accountBefore", { account: row.before }) : t("hint.account")}
              maxLength={120}
            />
          )}
        </Stack>
      </Card>
    </div>
  );
}

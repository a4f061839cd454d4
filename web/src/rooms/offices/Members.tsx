// The members of a committee as fields of a form: one group of fields a seat.
import { CirclePlus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { beside } from "../../lib/fmt";
import { Button, CheckField, type FormState, Grid, IconButton, Row, SelectField } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import css from "./offices.module.css";
import type { Post, TermList } from "./shapes";

export interface MemberValue {
  person: string | null;
  post: Post;
  woman: boolean;
  minority: boolean;
}

export const nobody: MemberValue = { person: null, post: "member", woman: false, minority: false };

/** A committee begins with a director and two members. */
export const fewest: MemberValue[] = [{ ...nobody, post: "director" }, nobody, nobody];

interface Slot<V> {
  id: string;
  value: V;
  onChange: (value: V) => void;
  error?: string;
}

export function Members<V extends { members: MemberValue[] }>({ form, list }: { form: FormState<V>; list: TermList }) {
  const { t } = useTranslation("organisation");
  const { members } = form.values;
  return (
    <>
      {members.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat has no name but its place in the list
        <Member key={index} form={form} index={index} list={list} />
      ))}
      <Row>
        <Button icon={<CirclePlus size={18} aria-hidden />} onClick={() => form.add("members", nobody)}>
          {t("member.add")}
        </Button>
      </Row>
    </>
  );
}

function Member<V extends { members: MemberValue[] }>({
  form,
  index,
  list,
}: {
  form: FormState<V>;
  index: number;
  list: TermList;
}) {
  const { t } = useTranslation("organisation");
  const { words } = useCatalogue();
  const at = <T,>(name: keyof MemberValue) => form.field(`members.${index}.${name}`) as unknown as Slot<T>;
  const taken = form.values.members.map((one) => one.person);
  const mine = form.values.members[index]?.person ?? null;
  const options = list.candidates
    .filter((one) => one.id === mine || !taken.includes(one.id))
    .map((one) => ({ value: one.id, label: beside(one.name, one.organisation_name) }));
  const post = at<string | null>("post");
  return (
    <fieldset className={css.member} data-member>
      <legend>{t("member.numbered", { n: index + 1 })}</legend>
      <Grid least={200}>
        <SelectField {...at<string | null>("person")} label={t("member.person")} required options={options} search />
        <SelectField {...post} label={t("term.post")} required options={words("post")} />
      </Grid>
      <Row gap={4}>
        <CheckField {...at<boolean>("woman")} label={t("term.woman")} />
        <CheckField {...at<boolean>("minority")} label={t("term.minority")} />
        {form.values.members.length > 1 && (
          <IconButton
            label={t("member.remove", { n: index + 1 })}
            icon={<Trash2 size={18} />}
            onClick={() => form.remove("members", index)}
          />
        )}
      </Row>
    </fieldset>
  );
}

/** Who is missing from a form: a seat without a person. */
export const unnamed = (members: MemberValue[], detail: string) =>
  members.flatMap((one, index) =>
    one.person === null ? [{ at: `/members/${index}/person`, code: "required", detail }] : [],
  );
